/// Closed formulas for one option at a time: the reference that grids and exercise are held to.
@NullMarked
package hedgerow.pricing.formula;

import org.jspecify.annotations.NullMarked;
