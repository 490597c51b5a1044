/// Answers on paper: text, tables and heatmaps for terminals, Markdown, CSV.
@NullMarked
package hedgerow.cli.print;

import org.jspecify.annotations.NullMarked;
