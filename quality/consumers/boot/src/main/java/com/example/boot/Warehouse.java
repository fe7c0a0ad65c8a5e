package com.example.boot;

import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.datafold.DatafoldTarget;
import dev.connectioncheck.spring.ConnectionVerdictChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Uses the beans that are there. */
// tag::bean
@Component
record Warehouse(ConnectionChecker checker) {
    boolean works() {
        return checker.check(DatafoldTarget.dataSource(42)).passed();
    }

    @EventListener
    void changed(ConnectionVerdictChanged change) {
        System.out.println(change.connection() + " is " + change.verdict() + " now");
    }
}
// end::bean
