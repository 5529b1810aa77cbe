package io.redress.core.startup;

import java.sql.SQLException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** The usual reasons why a start fails, and what an operator does about each. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartFailures implements FailureAnalyzer {

    private static final String DATABASE =
            "SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME, SPRING_DATASOURCE_PASSWORD";

    @Override
    public FailureAnalysis analyze(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            var analysis = analyzeOne(cause);
            if (analysis != null) {
                return new FailureAnalysis(analysis.getDescription(), analysis.getAction(), failure);
            }
        }
        return null;
    }

    private static FailureAnalysis analyzeOne(Throwable cause) {
        if (cause instanceof InvalidSetting setting) {
            return new FailureAnalysis(setting.getMessage(), setting.remedy(), cause);
        }
        if (cause instanceof BindValidationException invalid) {
            return InvalidSettings.analysis(invalid);
        }
        if (cause instanceof PortInUseException port) {
            return new FailureAnalysis(
                    "port %d is already in use".formatted(port.getPort()),
                    "stop the other program or choose another port with SERVER_PORT",
                    cause);
        }
        if (cause.getClass().getSimpleName().equals("DataSourceBeanCreationException")) {
            return new FailureAnalysis("no database is configured", "set " + DATABASE, cause);
        }
        return cause instanceof SQLException database ? analyzeDatabase(database) : null;
    }

    private static FailureAnalysis analyzeDatabase(SQLException failure) {
        var state = failure.getSQLState() == null ? "08001" : failure.getSQLState();
        var said = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        return switch (state.substring(0, 2)) {
            case "08" ->
                new FailureAnalysis(
                        "the database cannot be reached (%s)".formatted(said),
                        "start it, or correct " + DATABASE,
                        failure);
            case "28" ->
                new FailureAnalysis(
                        "the database refused the login (%s)".formatted(said), "correct " + DATABASE, failure);
            case "3D" ->
                new FailureAnalysis(
                        "the database does not exist (%s)".formatted(said),
                        "create it, or correct " + DATABASE,
                        failure);
            case "42" ->
                new FailureAnalysis(
                        "the database refused a statement (%s)".formatted(said),
                        "let the application's database user own its database and create schemas in it",
                        failure);
            default -> null;
        };
    }
}
