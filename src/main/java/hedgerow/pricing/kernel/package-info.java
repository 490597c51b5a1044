/// The hot loops: values of many instruments in many scenarios, written to one matrix.
///
/// ```
/// OptionBlock (160 options, an array a quantity) --+
///                                                  +-> GridKernel -> double[row][scenario]
/// MoveRow (a column a scenario) -------------------+      PlainKernel | VectorKernel
/// ```
///
/// and back from the matrix, the way of every account:
///
/// ```
/// legs in groups (rows, quantities) -> Aggregation -> GroupSums: a vector by scenario, its worst
///                                        AggregationPlain | AggregationVector
/// ```
///
/// Nothing here knows instruments, markets or models: callers hand in forwards, strikes, standard
/// deviations and factors, and get values. All kernels give the same bits on every machine: only
/// additions, subtractions, multiplications and absolute values in a fixed order, each rounded
/// once.
@NullMarked
package hedgerow.pricing.kernel;

import org.jspecify.annotations.NullMarked;
