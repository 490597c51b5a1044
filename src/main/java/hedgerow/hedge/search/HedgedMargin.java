package hedgerow.hedge.search;

import hedgerow.margin.BookBuilder;
import hedgerow.margin.LiveBook;
import hedgerow.margin.MarginReader;
import hedgerow.margin.Requirement;
import hedgerow.margin.WhatIf;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.Portfolio;
import hedgerow.portfolio.Position;
import hedgerow.pricing.RiskArrays;
import java.util.List;
import java.util.stream.IntStream;

/// What an account posts initially with further legs, as the model itself reads it.
interface HedgedMargin {
    /// The initial margin with legs.
    ///
    /// @param rows of the instruments, in any order
    /// @param contracts of each, signed
    double initial(int[] rows, double[] contracts);

    /// Reads only what the legs touch; a model that margins gross has no such increments, and reads
    /// the whole account.
    static HedgedMargin of(HedgeTask task) {
        MarginReader reader = task.model().on(task.arrays());
        return reader.isGross() ? whole(reader, task.portfolio()) : increments(task);
    }

    private static HedgedMargin increments(HedgeTask task) {
        RiskArrays arrays = task.arrays();
        BookBuilder book = new BookBuilder(arrays).accounts(1).add(0, task.held());
        WhatIf whatIf = new LiveBook(task.model(), arrays, book.build(), 1).whatIf();
        Requirement requirement = new Requirement();
        return (rows, contracts) -> {
            whatIf.read(0, rows, contracts, requirement);
            return requirement.initial();
        };
    }

    private static HedgedMargin whole(MarginReader reader, Portfolio held) {
        List<Instrument> instruments = reader.arrays().instruments();
        MarginReader.Scratch scratch = reader.scratch();
        Requirement requirement = new Requirement();
        return (rows, contracts) -> {
            List<Position> legs =
                    IntStream.range(0, rows.length)
                            .mapToObj(i -> new Position(instruments.get(rows[i]), contracts[i]))
                            .toList();
            reader.read(reader.hold(held.with(legs)), scratch, requirement);
            return requirement.initial();
        };
    }
}
