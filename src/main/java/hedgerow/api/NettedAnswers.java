package hedgerow.api;

import hedgerow.api.answer.NettingAnswer;
import hedgerow.api.answer.NettingAnswer.NettingSetAnswer;
import hedgerow.margin.Margin;
import hedgerow.margin.NettingRule;
import hedgerow.margin.NettingSets;
import hedgerow.margin.NettingSets.NettingSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes the sets of a book that are margined apart.
///
/// @param question what is asked
/// @param sets the sets
/// @param read what each of them must post
record NettedAnswers(Question question, NettingSets sets, NettingSets.Read read) {

    /// The set of a group of the whole margin.
    int setOfGroup(int group) {
        int end = 0;
        for (int set = 0; set < read.sets().size(); set++) {
            end += read.sets().get(set).groups().size();
            if (group < end) return set;
        }
        throw new IllegalArgumentException("there are " + end + " groups, was " + group);
    }

    NettingAnswer answer() {
        Margin whole = read.whole();
        double alone = whole.standAlone();
        List<NettingSetAnswer> answers = new ArrayList<>();
        for (NettingSet set : sets.sets()) {
            Margin margin = read.sets().get(answers.size());
            answers.add(
                    new NettingSetAnswer(
                            set.group().isEmpty() ? Optional.empty() : Optional.of(set.group()),
                            set.underlying(),
                            set.expiry(),
                            margin.initial(),
                            margin.maintenance(),
                            margin.standAlone(),
                            set.positions(),
                            set.orders(),
                            set.collateral() && sets.sets().size() > 1));
        }
        return new NettingAnswer(
                question.netting().map(netting -> word(netting.rule())).orElse("full"),
                alone,
                whole.initial(),
                whole.offset(),
                alone == 0 ? Optional.empty() : Optional.of(100 * (whole.offset() / alone)),
                answers);
    }

    private static String word(NettingRule rule) {
        return switch (rule) {
            case FULL -> "full";
            case BY_UNDERLYING -> "byUnderlying";
            case BY_EXPIRY -> "byExpiry";
            case NONE -> "none";
        };
    }
}
