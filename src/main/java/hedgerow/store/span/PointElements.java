package hedgerow.store.span;

import hedgerow.market.clearing.PointSet;
import hedgerow.market.clearing.PointSet.DeltaPoint;
import hedgerow.market.clearing.PointSet.ScanPoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An element `pointDef`: the scenarios of the arrays.
final class PointElements {
    private PointElements() {}

    /// The scenarios of the definitions for one number of rates, or of the first; empty where there
    /// is none.
    static Optional<PointSet> of(List<Element> definitions, int rate) {
        Optional<Element> chosen =
                definitions.stream()
                        .filter(d -> d.whole("r", rate) == rate)
                        .findFirst()
                        .or(() -> definitions.stream().findFirst());
        if (chosen.isEmpty()) return Optional.empty();
        try {
            return read(chosen.get());
        } catch (IllegalArgumentException e) {
            chosen.get().fault("scenarios that can be: " + Line.reason(e));
            return Optional.empty();
        }
    }

    /// The scenarios; empty where a point has a fault.
    ///
    /// @throws IllegalArgumentException where they cannot be
    private static Optional<PointSet> read(Element definition) {
        List<Element> scans = definition.children("scanPointDef");
        Map<Integer, Integer> places = new HashMap<>();
        for (Element scan : scans) {
            if (places.put(scan.whole("point", 0), places.size()) != null) {
                scan.fault("each point once");
                return Optional.empty();
            }
        }
        List<ScanPoint> points = new ArrayList<>();
        for (Element scan : scans) {
            Integer paired = places.get(scan.whole("pairedPoint", scan.whole("point", 0)));
            if (paired == null) {
                scan.fault("a pairedPoint that is there");
                return Optional.empty();
            }
            points.add(
                    new ScanPoint(
                            move(scan, "priceScanDef"),
                            move(scan, "volScanDef"),
                            scan.number("weight", 1),
                            paired));
        }
        List<DeltaPoint> deltas = new ArrayList<>();
        for (Element delta : definition.children("deltaPointDef")) {
            if (move(delta, "volScanDef") != 0) delta.fault("a volScanDef of zero");
            deltas.add(new DeltaPoint(move(delta, "priceScanDef"), delta.number("weight", 0)));
        }
        return Optional.of(new PointSet(points, deltas));
    }

    /// A move in scan ranges: a multiple, times a fraction where there is one.
    private static double move(Element point, String name) {
        Optional<Element> found = point.child(name);
        if (found.isEmpty()) return 0;
        double multiple = found.get().number("mult", 1);
        double numerator = found.get().number("numerator", 1);
        double denominator = found.get().number("denominator", 1);
        if (denominator == 0) found.get().fault("a denominator other than zero");
        return denominator == 0 ? 0 : multiple * numerator / denominator + 0.0;
    }
}
