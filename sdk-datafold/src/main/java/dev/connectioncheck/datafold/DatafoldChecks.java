package dev.connectioncheck.datafold;

import dev.connectioncheck.datafold.api.DataSourcesApi;
import dev.connectioncheck.http.ApiCall;
import dev.connectioncheck.spi.CheckProtocol;
import dev.connectioncheck.spi.Progress;

/** Datafold's way of checking: a job is started, then asked for its steps. */
final class DatafoldChecks implements CheckProtocol<DatafoldTarget> {
    /** What stands for the job's state until it is first asked for: the answer to the start tells its id alone. */
    private static final String STARTED = "started";

    private final DataSourcesApi dataSources;

    DatafoldChecks(DataSourcesApi dataSources) {
        this.dataSources = dataSources;
    }

    @Override
    public String vendor() {
        return DatafoldTarget.VENDOR;
    }

    @Override
    public Class<DatafoldTarget> targetType() {
        return DatafoldTarget.class;
    }

    @Override
    public ApiCall<Progress> start(DatafoldTarget target) {
        return dataSources
                .testDataSource(target.dataSource())
                .map(job -> Progress.running(Long.toString(job.jobId()), STARTED));
    }

    @Override
    public ApiCall<Progress> poll(DatafoldTarget target, Progress.Running last) {
        return dataSources
                .getDataSourceTest(Long.parseLong(last.checkId()))
                .map(job -> DatafoldVerdict.read(job, last.checkId()));
    }

    @Override
    public String reference(DatafoldTarget target) {
        return Long.toString(target.dataSource());
    }

    @Override
    public DatafoldTarget targetOf(String reference) {
        try {
            return DatafoldTarget.dataSource(Long.parseLong(reference));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("The token names no data source of Datafold.");
        }
    }
}
