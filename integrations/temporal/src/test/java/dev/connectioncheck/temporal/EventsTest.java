package dev.connectioncheck.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.DatafoldAnswer;
import io.temporal.api.enums.v1.EventType;
import io.temporal.common.WorkflowExecutionHistory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** How long histories are. */
@ExtendWith(Engine.Shared.class)
@Execution(ExecutionMode.CONCURRENT)
class EventsTest {
    private static final int MOST_EVENTS = 20;

    @Test
    void aHistoryIsNoLongerForMorePolls(Engine engine, @TempDir Path folder) {
        try (Fleet fleet = new Fleet(engine, "events", folder)) {
            fleet.worker("young", Map.of("young", "true"));

            WorkflowExecutionHistory few = polled(fleet, 3);
            WorkflowExecutionHistory many = polled(fleet, 30);

            assertThat(few.getEvents().size()).isLessThanOrEqualTo(MOST_EVENTS);
            assertThat(many.getEvents()).hasSameSizeAs(few.getEvents());
            assertThat(many.getEvents()).noneMatch(event -> event.getEventType() == EventType.EVENT_TYPE_TIMER_STARTED);
            System.out.println("durable: events per check: " + few.getEvents().size() + " at 3 polls (" + bytes(few)
                    + " bytes), " + many.getEvents().size() + " at 30 polls (" + bytes(many) + " bytes)");
        }
    }

    private static int bytes(WorkflowExecutionHistory history) {
        return history.getHistory().getSerializedSize();
    }

    private static WorkflowExecutionHistory polled(Fleet fleet, int polls) {
        List<DatafoldAnswer> answers =
                new ArrayList<>(Collections.nCopies(polls - 1, DatafoldAnswer.job("processing")));
        answers.add(DatafoldAnswer.job("done").step("connection", "done", "OK", "success", "Connected"));
        long source = fleet.sandbox.datafold().dataSource(Behavior.passes(), answers.toArray(DatafoldAnswer[]::new));
        String run = fleet.checks().start(ConnectionRef.of("datafold", "" + source), fleet.key("polls"));

        StoredVerdict verdict = fleet.checks().verdict(run).join();

        assertThat(verdict.passed()).as(verdict.toString()).isTrue();
        assertThat(verdict.polls()).isEqualTo(polls);
        return fleet.history(run);
    }
}
