package com.example.boot;

import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A service that shows whether its connections work. With {@code --sandbox} it needs no account. */
@SpringBootApplication
public class ConnectionsService {
    public static void main(String[] args) {
        SpringApplication application = new SpringApplication(ConnectionsService.class);
        if (Arrays.asList(args).contains("--sandbox")) {
            application.setDefaultProperties(SandboxAccount.properties());
        }
        application.run(args);
    }
}
