/// One account at several venues: what each asks for, what all would ask for together, and how much
/// of the difference counts.
///
/// Nothing here reads arrays: margins of venues, and of venues put together, come in as numbers.
@NullMarked
package hedgerow.margin.venues;

import org.jspecify.annotations.NullMarked;
