package dev.slipway.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.JobName;
import dev.slipway.model.ServiceName;
import dev.slipway.model.definition.JobDefinition;
import dev.slipway.model.definition.JobTime;
import dev.slipway.model.definition.Template;
import dev.slipway.model.definition.Timeouts;
import dev.slipway.model.definition.Workload;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What valid documents mean that have jobs. */
class JobDocumentsTest {

  private static Workload.Command command(boolean idempotent, String... words) {
    return new Workload.Command(Stream.of(words).map(Template::new).toList(), idempotent);
  }

  @Test
  void jobs_keep_their_order_and_a_version_is_the_commit_unless_told_otherwise() {
    assertThat(DocumentsTest.application("valid/application.yaml").jobs().orElseThrow())
        .containsExactly(
            new JobDefinition(
                new JobName("schema"),
                JobTime.BEFORE,
                command(false, "./migrate", "{sha}"),
                new Template("schema-42-{env}"),
                true,
                new TreeMap<>(),
                new Timeouts(Duration.ofMinutes(10), Timeouts.STANDARD.noOutput())),
            new JobDefinition(
                new JobName("smoke"),
                JobTime.AFTER,
                command(true, "./smoke"),
                new Template("{sha}"),
                false,
                new TreeMap<>(Map.of("DEPTH", "2")),
                Timeouts.STANDARD),
            new JobDefinition(
                    new JobName("check"),
                    JobTime.BEFORE,
                    command(false, "./web", "--check"),
                    new Template("{sha}"),
                    false,
                    new TreeMap<>(),
                    Timeouts.STANDARD)
                .of(new ServiceName("web")));
  }
}
