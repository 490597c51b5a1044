package hedgerow.api;

import hedgerow.api.NdjsonLines.Line;
import hedgerow.api.answer.BulkProblem;
import hedgerow.api.body.Detail;
import hedgerow.api.body.MarginBody;
import hedgerow.api.problem.ProblemException;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;

/// Answers lines that are each a whole question.
@Singleton
final class BulkQuestions implements Bulk.LineAnswers {
    private final QuestionReader questions;
    private final MarginDesk desk;

    BulkQuestions(QuestionReader questions, MarginDesk desk) {
        this.questions = questions;
        this.desk = desk;
    }

    @Override
    public List<Object> of(List<Line> lines) {
        return lines.parallelStream().map(this::answer).toList();
    }

    private Object answer(Line line) {
        try {
            ByteArrayInputStream body = new ByteArrayInputStream(line.bytes());
            return desk.margin(questions.read(body, MarginBody.class, Detail.BRIEF));
        } catch (ProblemException e) {
            return new BulkProblem(line.number(), Optional.empty(), e.problem());
        } catch (RuntimeException e) {
            return new BulkProblem(line.number(), Optional.empty(), Bulk.failure(line, e));
        }
    }
}
