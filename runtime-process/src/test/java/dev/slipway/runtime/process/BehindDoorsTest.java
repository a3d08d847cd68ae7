package dev.slipway.runtime.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Fence;
import dev.slipway.model.Position;
import dev.slipway.model.definition.Limits;
import dev.slipway.model.definition.Serving;
import dev.slipway.model.definition.StrategyDefinition;
import dev.slipway.model.observation.Health;
import dev.slipway.model.observation.ObservedInstance;
import dev.slipway.model.observation.Outcome;
import dev.slipway.model.state.DesiredRelease.Part;
import dev.slipway.model.state.Release;
import dev.slipway.runtime.Adapter;
import dev.slipway.runtime.Assignment;
import dev.slipway.runtime.Assignment.Share;
import dev.slipway.runtime.Assignment.Standing;
import dev.slipway.runtime.Context;
import dev.slipway.runtime.conformance.Bench;
import dev.slipway.runtime.processes.Sessions;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several processes of a service behind its address, with the real forwarder. */
@Timeout(120)
final class BehindDoorsTest {

  private static final Duration DRAIN = Duration.ofSeconds(20);
  private static final Serving ROLLING = serving(new StrategyDefinition.Rolling(DRAIN));
  private static final Serving BLUE_GREEN = serving(new StrategyDefinition.BlueGreen(DRAIN, true));

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
    Outcome _ = bench.converge(adapter, assignment(), Context.Attempt.FIRST);
    host.end();
  }

  private static Serving serving(StrategyDefinition strategy) {
    return new Serving(strategy, 1, Serving.Traffic.HTTP, Optional.empty());
  }

  private Release release(String version, Limits... limits) {
    Release plain =
        Host.version(bench, version, Duration.ofSeconds(version.startsWith("bad") ? 2 : 30));
    return new Release(
        plain.service(),
        plain.artifact(),
        plain.workload(),
        plain.health(),
        plain.variables(),
        plain.timeouts(),
        List.of(limits).stream().findFirst());
  }

  private static Share share(Release release, Part part, int weight, int replicas, Serving how) {
    return new Share(
        release.artifact().digest(), release, new Standing(part, weight, replicas), how);
  }

  private static Share all(Release release, int replicas, Serving how) {
    return share(release, Part.ACTIVE, 100, replicas, how);
  }

  private Assignment assignment(Share... shares) {
    orders++;
    return new Assignment(Bench.SLOT, new Fence(1, new Position(orders)), List.of(shares));
  }

  private List<ObservedInstance> converged(Share... shares) {
    assertThat(bench.converge(adapter, assignment(shares), Context.Attempt.FIRST))
        .isInstanceOf(Outcome.Converged.class);
    return adapter.observe(Bench.SLOT);
  }

  private URI address() {
    return URI.create(adapter.observe(Bench.SLOT).getFirst().details().get("url"));
  }

  private static String get(URI address, String path) throws IOException {
    try (var in = address.resolve(path).toURL().openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static long pid(ObservedInstance instance) {
    return Long.parseLong(instance.details().get("pid"));
  }

  @Test
  void blue_green_switches_between_two_that_both_run_and_back_without_a_start() throws IOException {
    Release blue = release("blue");
    Release green = release("green");
    ObservedInstance first = converged(all(blue, 1, BLUE_GREEN)).getFirst();
    URI address = address();
    converged(all(blue, 1, BLUE_GREEN), share(green, Part.STANDBY, 0, 1, BLUE_GREEN));
    assertThat(get(address, "/")).isEqualTo("blue");
    converged(all(green, 1, BLUE_GREEN), share(blue, Part.DRAINING, 0, 1, BLUE_GREEN));
    assertThat(get(address, "/")).isEqualTo("green");
    converged(all(green, 1, BLUE_GREEN), share(blue, Part.STANDBY, 0, 1, BLUE_GREEN));
    List<ObservedInstance> back =
        converged(all(blue, 1, BLUE_GREEN), share(green, Part.DRAINING, 0, 1, BLUE_GREEN));
    assertThat(get(address, "/")).isEqualTo("blue");
    assertThat(back).extracting(BehindDoorsTest::pid).contains(pid(first));
    assertThat(address()).isEqualTo(address);
  }

  @Test
  void what_drains_ends_what_it_has_before_it_is_stopped() throws Exception {
    converged(all(release("blue"), 1, ROLLING));
    URI address = address();
    Future<String> slow = host.executor().submit(() -> get(address, "/slow"));
    while (!slow.isDone() && !get(address, "/busy").equals("1")) {
      Sessions.pause(Duration.ofMillis(5));
    }
    List<ObservedInstance> after = converged(all(release("green"), 1, ROLLING));
    assertThat(slow.get(20, TimeUnit.SECONDS)).isEqualTo("blue");
    assertThat(after).hasSize(1);
    assertThat(get(address, "/")).isEqualTo("green");
  }

  @Test
  void a_new_one_that_is_not_healthy_is_stopped_and_the_old_keeps_all_traffic() throws IOException {
    ObservedInstance old = converged(all(release("blue"), 1, ROLLING)).getFirst();
    URI address = address();
    assertThat(
            bench.converge(
                adapter, assignment(all(release("bad"), 1, ROLLING)), Context.Attempt.FIRST))
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> assertThat(failed.because().code()).isEqualTo("not-healthy"));
    assertThat(adapter.observe(Bench.SLOT)).containsExactly(old);
    assertThat(get(address, "/")).isEqualTo("blue");
  }

  @Test
  void a_killed_forwarder_is_missed_and_serves_the_same_address_again() throws IOException {
    Assignment assignment = assignment(all(release("blue"), 2, ROLLING));
    assertThat(bench.converge(adapter, assignment, Context.Attempt.FIRST))
        .isInstanceOf(Outcome.Converged.class);
    URI address = address();
    assertThat(adapter.difference(assignment).isEmpty()).isTrue();
    Host.kill(host.forwarders().living().getFirst().process().pid());
    assertThat(adapter.difference(assignment).reasons().getFirst().code())
        .isEqualTo("forwarder-gone");
    assertThat(bench.converge(adapter, assignment, Context.Attempt.AGAIN))
        .isInstanceOf(Outcome.Converged.class);
    assertThat(get(address, "/")).isEqualTo("blue");
    assertThat(host.forwarders().living()).hasSize(1);
  }

  @Test
  void one_of_several_that_dies_is_replaced_and_the_others_stay() {
    Release blue = release("blue");
    List<ObservedInstance> before = converged(all(blue, 2, ROLLING));
    Host.kill(pid(before.getFirst()));
    Assignment assignment = assignment(all(blue, 2, ROLLING));
    assertThat(adapter.difference(assignment).reasons().getFirst().code())
        .isEqualTo("process-gone");
    List<ObservedInstance> after = converged(all(blue, 2, ROLLING));
    assertThat(after).hasSize(2).allMatch(one -> one.health() == Health.HEALTHY);
    assertThat(after).extracting(BehindDoorsTest::pid).contains(pid(before.getLast()));
  }

  @Test
  void another_life_of_the_agent_goes_on_in_the_middle_and_leaves_no_orphan() throws IOException {
    Release blue = release("blue");
    Release green = release("green");
    converged(all(blue, 1, BLUE_GREEN));
    converged(all(blue, 1, BLUE_GREEN), share(green, Part.STANDBY, 0, 1, BLUE_GREEN));
    long standby = pid(adapter.observe(Bench.SLOT).getLast());
    Path slot = folder.resolve("processes/slots/staging.local.shop");
    Path note = slot.resolve("services/web.2");
    Files.writeString(
        note, Files.readString(note).replaceAll("(?m)^(pid|ticks)=.*\n|healthy=true", ""));
    adapter = host.opened();
    List<ObservedInstance> after =
        converged(all(green, 1, BLUE_GREEN), share(blue, Part.DRAINING, 0, 1, BLUE_GREEN));
    assertThat(Sessions.stat(standby)).isEmpty();
    assertThat(after).hasSize(2);
    assertThat(get(address(), "/")).isEqualTo("green");
    assertThat(Sessions.leadersWith("SLIPWAY_INSTANCE=" + slot.resolve("web-2"))).isEmpty();
  }

  @Test
  void limits_hold_in_the_process() throws IOException {
    Limits limits = new Limits(Optional.of(16_384), Optional.of(200), Optional.empty());
    ObservedInstance instance = converged(all(release("blue", limits), 1, ROLLING)).getFirst();
    assertThat(Files.readAllLines(Path.of("/proc", "" + pid(instance), "limits")))
        .anyMatch(line -> line.matches("Max open files +200 +200 +files *"))
        .anyMatch(line -> line.matches("Max address space +17179869184 +17179869184 +bytes *"));
  }

  @Test
  void what_was_in_use_last_is_kept_whatever_failed_since() throws IOException {
    Release good = release("good");
    Path kept =
        folder
            .resolve("processes/slots/staging.local.shop/releases")
            .resolve(good.artifact().digest().hex());
    converged(all(good, 1, ROLLING));
    assertThat(
            bench.converge(
                adapter, assignment(all(release("bad"), 1, ROLLING)), Context.Attempt.FIRST))
        .isInstanceOf(Outcome.Failed.class);
    converged(all(release("next"), 1, ROLLING));
    assertThat(kept).isDirectory();
  }
}
