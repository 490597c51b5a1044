/// The hot loops: values of many instruments in many scenarios, written to one matrix.
///
/// ```
/// OptionBlock (256 options, an array a quantity) --+
///                                                  +-> GridKernel -> double[row][scenario]
/// MoveRow (a column a scenario) -------------------+      PlainKernel | VectorKernel
/// ```
///
/// Nothing here knows instruments, markets or models: callers hand in forwards, strikes, standard
/// deviations and factors, and get values. Both kernels give the same bits on every machine: only
/// additions, subtractions, multiplications and absolute values in a fixed order, each rounded
/// once.
@NullMarked
package hedgerow.pricing.kernel;

import org.jspecify.annotations.NullMarked;
