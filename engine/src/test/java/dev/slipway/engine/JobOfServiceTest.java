package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.MAIN;
import static dev.slipway.engine.Fixtures.digest;
import static dev.slipway.engine.Fixtures.sha;
import static dev.slipway.engine.Jobbing.FAILED;
import static dev.slipway.engine.Jobbing.LOCAL;
import static dev.slipway.engine.Jobbing.converged;
import static dev.slipway.engine.Jobbing.deploy;
import static dev.slipway.engine.Jobbing.inForce;
import static dev.slipway.engine.Jobbing.ordered;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.JobName;
import dev.slipway.model.OverlayName;
import dev.slipway.model.OwnerName;
import dev.slipway.model.ServiceName;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.Document;
import dev.slipway.model.definition.JobDefinition;
import dev.slipway.model.definition.JobTime;
import dev.slipway.model.entry.DeliveryMade;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.RolloutFailed;
import dev.slipway.model.layer.OverlayDefinition;
import dev.slipway.model.layer.Reach;
import dev.slipway.model.layer.Setting;
import dev.slipway.model.layer.SettingName;
import dev.slipway.model.layer.SettingValue;
import dev.slipway.model.state.DesiredJob;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * INV-31: before the first wave whoever will run the artifact and its configuration says itself
 * whether it takes them. A job of a service is started with what that service is to have.
 */
class JobOfServiceTest {

  private static final Reach EVERYWHERE =
      new Reach(List.of(), List.of(), List.of(), new TreeMap<>());

  private static JobDefinition check(Map<String, String> variables) {
    JobDefinition plain = Fixtures.job("check", JobTime.BEFORE, "{sha}", false);
    return new JobDefinition(
            plain.name(),
            plain.time(),
            plain.command(),
            plain.version(),
            plain.irreversible(),
            new TreeMap<>(variables),
            plain.timeouts())
        .of(new ServiceName("web"));
  }

  private static Then pushChecked(Given given, int n) {
    return Jobbing.push(given, n, check(Map.of()));
  }

  /** What the platform says of every service, whoever ships it. */
  private static void level(Given given, String level) {
    given.when(
        new Command.Apply(
            List.of(
                new Document.OfOverlay(
                    new OverlayDefinition(
                        new OverlayName("levels"),
                        new OwnerName("platform"),
                        EVERYWHERE,
                        List.of(
                            new Setting(
                                SettingName.variable("LEVEL"), new SettingValue.Wording(level), 4)),
                        List.of(),
                        List.of()),
                    digest(level)))));
  }

  private static SortedMap<String, String> started(Then then) {
    return then.all(DeliveryMade.class).getLast().delivery().state().jobs().stream()
        .flatMap(List<DesiredJob>::stream)
        .filter(job -> job.name().equals(new JobName("check")))
        .findFirst()
        .orElseThrow()
        .release()
        .variables();
  }

  @Test
  void before_wave_one_the_service_itself_says_whether_it_takes_what_it_is_to_have() {
    Given given = Jobbing.delivered();
    level(given, "loud");
    Then asked = pushChecked(given, 3);
    assertThat(ordered(asked)).containsExactly("local:check");
    assertThat(started(asked)).containsEntry("LEVEL", "loud");
    assertThat(ordered(given.whenConverged(LOCAL))).containsExactly("local", "second");
  }

  @Test
  void what_it_does_not_take_reaches_nobody() {
    Given given = Jobbing.delivered();
    pushChecked(given, 3);
    Then refused = given.whenEnded(LOCAL, FAILED);
    assertThat(refused.all(RolloutFailed.class)).hasSize(1);
    assertThat(refused.all(OrderIssued.class))
        .allSatisfy(order -> assertThat(order.step()).isZero());
    assertThat(inForce(given)).isEqualTo(1);
  }

  @Test
  void another_configuration_of_the_same_commit_is_asked_about_again() {
    Given given = Jobbing.delivered();
    pushChecked(given, 3);
    given.whenConverged(LOCAL);
    converged(given);
    level(given, "louder");
    assertThat(ordered(deploy(given, 3))).containsExactly("local:check");
  }

  @Test
  void the_same_commit_with_the_same_configuration_is_not_asked_about_twice() {
    Given given = Jobbing.delivered();
    pushChecked(given, 3);
    given.whenConverged(LOCAL);
    converged(given);
    assertThat(ordered(deploy(given, 3))).containsExactly("local", "second");
  }

  @Test
  void what_a_job_says_itself_comes_before_what_its_service_has() {
    Given given = Jobbing.delivered();
    level(given, "loud");
    Then asked = Jobbing.push(given, 3, check(Map.of("LEVEL", "quiet", "DRY", "1")));
    assertThat(started(asked)).containsEntry("LEVEL", "quiet").containsEntry("DRY", "1");
  }

  @Test
  void a_job_of_no_service_has_its_own_variables_only() {
    Given given = Jobbing.delivered();
    level(given, "loud");
    given.git.push(
        MAIN,
        sha(3),
        Fixtures.with(
            Fixtures.shop(Fixtures.web("bin/web")),
            Fixtures.job("check", JobTime.BEFORE, "{sha}", false)));
    assertThat(started(given.whenHinted(MAIN))).isEmpty();
  }
}
