package hedgerow.margin;

/// What the position in each contract may come to when either all its buys or all its sells fill,
/// whichever posts more.
///
/// ```
/// open long   = max(0, held + buys)         open short  = max(0, sells - held)
/// initial     = max(open long * initial when long, open short * initial when short)
/// maintenance = the position alone
/// ```
///
/// Source: Paradex, "Cross margin requirement", open size.
///
/// @param initialLong what one contract of each row posts when it is held long
/// @param initialShort the same when it is sold short
/// @param maintenanceLong what it keeps when it is held long
/// @param maintenanceShort the same when it is sold short
record OpenSizes(
        double[] initialLong,
        double[] initialShort,
        double[] maintenanceLong,
        double[] maintenanceShort)
        implements Charge.Reader {

    /// The same for positions of either sign.
    static OpenSizes alike(double[] initial, double[] maintenance) {
        return new OpenSizes(initial, initial, maintenance, maintenance);
    }

    @Override
    public void read(Group group, Amounts out) {
        double initial = 0;
        double maintenance = 0;
        int leg = group.from;
        int order = group.orderFrom;
        while (leg < group.to || order < group.orderTo) {
            int row = Math.min(legRow(group, leg), orderRow(group, order));
            double held = legRow(group, leg) == row ? group.quantities[leg++] : 0;
            double bought = held;
            double sold = -held;
            for (; orderRow(group, order) == row; order++) {
                bought += Math.max(0, group.orders.quantities()[order]);
                sold += Math.max(0, -group.orders.quantities()[order]);
            }
            initial +=
                    Math.max(
                            Math.max(0, bought) * initialLong[row],
                            Math.max(0, sold) * initialShort[row]);
            maintenance +=
                    Math.max(0, held) * maintenanceLong[row]
                            + Math.max(0, -held) * maintenanceShort[row];
        }
        out.set(initial, maintenance);
    }

    private static int legRow(Group group, int leg) {
        return leg < group.to ? group.rows[leg] : Integer.MAX_VALUE;
    }

    private static int orderRow(Group group, int order) {
        return order < group.orderTo ? group.orders.rows()[order] : Integer.MAX_VALUE;
    }
}
