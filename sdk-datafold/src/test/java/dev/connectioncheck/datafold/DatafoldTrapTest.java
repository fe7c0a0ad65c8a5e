package dev.connectioncheck.datafold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.CheckResult;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.Verdict;
import dev.connectioncheck.datafold.model.JobStatus;
import dev.connectioncheck.datafold.model.TestResultStep;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.Sandbox;
import dev.connectioncheck.testing.HastyTime;
import org.junit.jupiter.api.Test;

/** The trap: the job is done, and so is each of its steps, also those that found a fault. */
class DatafoldTrapTest {
    @Test
    void aPlainClientTakesDoneForSuccessWhereTheCheckerSaysFailed() {
        HastyTime time = new HastyTime();
        try (Sandbox sandbox = Sandbox.builder().time(time::now).build()) {
            long id = sandbox.datafold().dataSource(Behavior.fails("no pg_hba.conf entry"));
            DatafoldClient.Builder client = Clients.builder(sandbox.datafold());

            assertThat(plainClientIsContent(client.build(), id)).isTrue();

            try (ConnectionChecker checker = Clients.checker(client, time)) {
                CheckResult result = checker.check(DatafoldTarget.dataSource(id));
                assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
                assertThat(result.message()).contains("no pg_hba.conf entry");
            }
        }
    }

    /** As one writes it by the published page: the job and its steps have a status, and all of them are done. */
    private static boolean plainClientIsContent(DatafoldClient datafold, long id) {
        long jobId = datafold.dataSources().testDataSource(id).execute().jobId();
        var job = datafold.dataSources().getDataSourceTest(jobId).execute();
        return job.status().equals(JobStatus.DONE)
                && job.results().stream().map(TestResultStep::status).allMatch(JobStatus.DONE::equals);
    }
}
