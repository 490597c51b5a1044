package hedgerow.api;

import hedgerow.api.body.CollateralBody;
import hedgerow.api.body.HedgeLegsBody;
import hedgerow.api.body.LegBody;
import hedgerow.api.body.OrderBody;
import hedgerow.api.body.PortfolioBody;
import hedgerow.api.body.PresetBody;
import hedgerow.portfolio.Collateral;
import hedgerow.portfolio.Future;
import hedgerow.portfolio.ListedContract;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.Perpetual;
import hedgerow.portfolio.Spot;
import hedgerow.portfolio.VarianceSwap;
import hedgerow.store.Fault;
import hedgerow.store.Faults;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Turns a portfolio that was sent into what the models read.
///
/// Give-backs are partial where there is a fault: whoever reads looks at the faults at the end.
///
/// @param faults where what is wrong goes
record BookReader(Faults faults) {

    Book book(PortfolioBody body, String pointer) {
        double unrealisedPnl = body.unrealisedPnl() == null ? 0 : body.unrealisedPnl();
        return new Book(
                legs(body.positions(), pointer + "/positions"),
                orders(body.orders(), pointer + "/orders"),
                collateral(body.collateral()),
                unrealisedPnl,
                pointer);
    }

    List<Leg> legs(HedgeLegsBody body, String pointer) {
        return lot(body.positions(), body.preset(), pointer);
    }

    /// The legs of positions or of a preset, of which there must be one.
    List<Leg> lot(
            @Nullable List<@Nullable LegBody> positions,
            @Nullable PresetBody preset,
            String pointer) {
        if (preset == null) {
            boolean sent = positions != null || faults.isAt(pointer + "/positions");
            if (!sent && !faults.isAt(pointer + "/preset")) {
                faults.add(Fault.missing(pointer + "/positions", "positions, or a preset"));
            }
            return legs(positions, pointer + "/positions");
        }
        if (positions != null) {
            faults.add(pointer, "positions and preset", "one of positions and preset, not both");
        }
        return new PresetReader(faults).legs(preset, pointer + "/preset");
    }

    /// The legs of a list.
    List<Leg> legs(@Nullable List<@Nullable LegBody> bodies, String pointer) {
        List<Leg> legs = new ArrayList<>();
        LegReader reader = new LegReader(faults);
        int place = 0;
        for (LegBody body : given(bodies)) {
            String at = pointer + "/" + place++;
            if (body != null) reader.leg(body, at).ifPresent(legs::add);
        }
        return legs;
    }

    private List<Book.OpenOrder> orders(
            @Nullable List<@Nullable OrderBody> bodies, String pointer) {
        List<Book.OpenOrder> orders = new ArrayList<>();
        LegReader reader = new LegReader(faults);
        int place = 0;
        for (OrderBody body : given(bodies)) {
            String at = pointer + "/" + place++;
            if (body == null) continue;
            Optional<Leg> leg = reader.leg(body, at);
            Double limit = body.limitPrice();
            if (leg.isPresent() && limit != null && canBe(limit, leg.get(), at)) {
                orders.add(new Book.OpenOrder(leg.get(), limit));
            }
        }
        return orders;
    }

    /// A price of spot, a future or a perpetual is above zero, and that of an option not below.
    private boolean canBe(double limit, Leg leg, String pointer) {
        boolean can =
                switch (leg.instrument()) {
                    case Spot _, Future _, Perpetual _ -> limit > 0;
                    case Option _ -> limit >= 0;
                    case VarianceSwap _, ListedContract _ -> true;
                };
        if (!can) {
            String allowed = leg.instrument() instanceof Option ? "0 or more" : "above 0";
            faults.add(pointer + "/limitPrice", Double.toString(limit), "a number " + allowed);
        }
        return can;
    }

    private static List<Collateral> collateral(@Nullable List<@Nullable CollateralBody> bodies) {
        List<Collateral> held = new ArrayList<>();
        for (CollateralBody body : given(bodies)) {
            if (body == null || body.asset() == null || body.quantity() == null) continue;
            if (!body.asset().isBlank()) held.add(new Collateral(body.asset(), body.quantity()));
        }
        return held;
    }

    private static <T> List<@Nullable T> given(@Nullable List<@Nullable T> items) {
        return items == null ? List.of() : items;
    }
}
