/// What a hedge saves: margin before and after, the peak on the way, and what a grid does not see.
@NullMarked
package hedgerow.hedge;

import org.jspecify.annotations.NullMarked;
