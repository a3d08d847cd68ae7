package dev.slipway.runtime.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Fence;
import dev.slipway.model.Position;
import dev.slipway.model.ServiceName;
import dev.slipway.model.definition.Serving;
import dev.slipway.model.definition.StrategyDefinition;
import dev.slipway.model.definition.Verification;
import dev.slipway.model.observation.Outcome;
import dev.slipway.model.state.DesiredRelease.Part;
import dev.slipway.model.state.Release;
import dev.slipway.runtime.Adapter;
import dev.slipway.runtime.Assignment;
import dev.slipway.runtime.Assignment.Share;
import dev.slipway.runtime.Assignment.Standing;
import dev.slipway.runtime.Cancellation;
import dev.slipway.runtime.Context;
import dev.slipway.runtime.conformance.Bench;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a service is asked by its own address once a release has all traffic. */
final class VerificationTest {

  private static final Duration DRAIN = Duration.ofSeconds(1);
  private static final ServiceName WEB = new ServiceName("web");
  private static final Duration ONCE = Duration.ofMillis(1);

  @TempDir Path folder;

  private final Bench bench = new Bench();
  private Host host;
  private Adapter adapter;
  private int orders;

  @BeforeEach
  void open() throws IOException {
    host = new Host(folder);
    adapter = host.opened();
  }

  @AfterEach
  void everything_stops() throws IOException {
    Outcome _ = converge(Context.Attempt.FIRST);
    host.end();
  }

  private Outcome converge(Context.Attempt attempt, Share... shares) {
    orders++;
    return bench.converge(
        adapter,
        new Assignment(Bench.SLOT, new Fence(1, new Position(orders)), List.of(shares)),
        attempt);
  }

  private static Verification.Question question(String path, String... contains) {
    return new Verification.Question(
        path, 200, List.of(contains).stream().findFirst(), Duration.ofMillis(200), ONCE);
  }

  private Share share(String version, StrategyDefinition how, Verification.Question... questions) {
    Release release = Host.version(bench, version, Duration.ofSeconds(30));
    return new Share(
        release.artifact().digest(),
        release,
        new Standing(Part.ACTIVE, 100, 1),
        new Serving(
            how,
            1,
            Serving.Traffic.HTTP,
            Optional.empty(),
            Optional.of(new Verification(List.of(questions)))));
  }

  private Share rolling(String version, Verification.Question... questions) {
    return share(version, new StrategyDefinition.Rolling(DRAIN), questions);
  }

  private static void assertFailed(Outcome outcome, String code, String words) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> {
              assertThat(failed.because().code()).isEqualTo(code);
              assertThat(failed.because().sentence()).contains(words);
            });
  }

  private String answer() throws IOException {
    URI address = URI.create(adapter.observe(Bench.SLOT).getFirst().details().get("url") + "/");
    try (var in = address.toURL().openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void answers_as_expected_are_a_success() {
    assertThat(
            converge(
                Context.Attempt.FIRST,
                rolling("blue", question("/ready", "blue is ready"), question("/"))))
        .isInstanceOf(Outcome.Converged.class);
  }

  @Test
  void another_answer_fails_it_and_what_was_there_before_has_the_traffic_again()
      throws IOException {
    converge(Context.Attempt.FIRST, rolling("blue", question("/ready")));
    Outcome failed = converge(Context.Attempt.FIRST, rolling("unready", question("/ready")));
    assertFailed(failed, "verify-failed", "GET /ready was to answer 200 and answered 503");
    assertThat(answer()).isEqualTo("blue");
    assertThat(converge(Context.Attempt.FIRST, rolling("blue", question("/ready"))))
        .isInstanceOf(Outcome.Converged.class);
    assertThat(answer()).isEqualTo("blue");
  }

  @Test
  void what_lacks_the_text_or_is_elsewhere_or_has_no_end_is_no_success() {
    Context.Attempt first = Context.Attempt.FIRST;
    assertFailed(
        converge(first, rolling("blue", question("/ready", "green is ready"))),
        "verify-failed",
        "without the text");
    assertFailed(
        converge(first, rolling("blue", question("/away"))), "verify-failed", "answered 302");
    assertFailed(
        converge(first, rolling("blue", question("/long"))),
        "verify-inconclusive",
        "GET /long gave no answer");
  }

  @Test
  void what_is_made_right_again_is_not_asked_again() {
    converge(Context.Attempt.FIRST, rolling("blue"));
    assertThat(converge(Context.Attempt.HEALING, rolling("blue", question("/away"))))
        .isInstanceOf(Outcome.Converged.class);
  }

  @Test
  void it_is_asked_again_and_again_for_its_time() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      int asked = 3;
      host.executor().execute(() -> answerWell(server, asked));
      Verification.Question patient =
          new Verification.Question(
              "/", 200, Optional.empty(), Duration.ofMillis(20), Duration.ofMinutes(1));
      assertThat(inquiry(server).run(new Verification(List.of(patient))))
          .hasValueSatisfying(
              because -> assertThat(because.code()).isEqualTo("verify-inconclusive"));
    }
  }

  /** A few good answers, then words that are no HTTP. */
  private static void answerWell(ServerSocket server, int times) {
    for (int i = 0; i <= times; i++) {
      try (Socket one = server.accept()) {
        int _ = one.getInputStream().read(new byte[8192]);
        String text =
            i < times
                ? "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                : "no\r\n";
        one.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
      } catch (IOException closed) {
        return;
      }
    }
  }

  @Test
  void nobody_there_is_no_success_and_a_newer_order_ends_the_asking() throws IOException {
    ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    server.close();
    assertThat(inquiry(server).run(new Verification(List.of(question("/")))))
        .hasValueSatisfying(because -> assertThat(because.sentence()).contains("ConnectException"));
    Cancellation cancelled = new Cancellation();
    cancelled.request();
    assertThat(
            new Inquiry(WEB, at(server), cancelled).run(new Verification(List.of(question("/")))))
        .isPresent();
  }

  private static Inquiry inquiry(ServerSocket server) {
    return new Inquiry(WEB, at(server), new Cancellation());
  }

  private static InetSocketAddress at(ServerSocket server) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort());
  }
}
