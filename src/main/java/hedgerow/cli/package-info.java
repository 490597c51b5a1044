/// The command line: the questions of the service, asked from a terminal.
///
/// ```
/// arguments -> command -> bytes of the body -> api.Answers -> answer -> format -> standard output
/// ```
///
/// Data goes to standard output and everything else to standard error. The commands compute
/// nothing: they hand the bytes of a body to the service's own way, and print its answer.
@NullMarked
package hedgerow.cli;

import org.jspecify.annotations.NullMarked;
