package hedgerow.api;

import hedgerow.api.problem.Problem;
import hedgerow.api.problem.ProblemException;
import hedgerow.api.problem.ProblemType;
import hedgerow.store.ModelStore;
import hedgerow.store.StoredModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Looks up what a caller names, or says which names there are.
final class Found {
    private Found() {}

    /// The model of a name.
    ///
    /// @throws ProblemException where there is none
    static StoredModel model(ModelStore models, String name) {
        return models.find(name)
                .orElseThrow(() ->
                        new ProblemException(
                                Problem.of(ProblemType.UNKNOWN_MODEL, unknownModel(models, name))));
    }

    /// The models of several names.
    ///
    /// @param pointers where each name stands in the request
    /// @throws ProblemException where one or more are not there
    static List<StoredModel> models(ModelStore models, List<String> names, List<String> pointers) {
        List<Problem.Item> items = new ArrayList<>();
        List<StoredModel> found = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Optional<StoredModel> model = models.find(names.get(i));
            model.ifPresent(found::add);
            if (model.isEmpty()) items.add(unknown(models, names.get(i), pointers.get(i)));
        }
        if (items.isEmpty()) return found;
        String detail = items.size() == 1 ? items.getFirst().detail() : items.size() + " models";
        throw new ProblemException(Problem.of(ProblemType.UNKNOWN_MODEL, detail, items));
    }

    private static Problem.Item unknown(ModelStore models, String name, String pointer) {
        return new Problem.Item(
                pointer,
                Optional.of(name),
                Optional.of("one of " + models.names()),
                unknownModel(models, name),
                "UNKNOWN_MODEL");
    }

    private static String unknownModel(ModelStore models, String name) {
        return "there is no model " + name + "; there are " + words(models.names());
    }

    private static String words(Collection<String> names) {
        return String.join(", ", names);
    }
}
