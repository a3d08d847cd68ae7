package dev.slipway.simulator.people;

import dev.slipway.model.EnvironmentName;
import dev.slipway.model.TargetId;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.Document;
import dev.slipway.model.definition.EnvironmentDefinition;
import dev.slipway.model.definition.EnvironmentGroupDefinition;
import dev.slipway.model.definition.GuardrailPolicy;
import dev.slipway.model.definition.LabelledTarget;
import dev.slipway.model.definition.OnFailure;
import dev.slipway.model.definition.QueuePolicy;
import dev.slipway.model.definition.SoakPolicy;
import dev.slipway.simulator.Computer;
import dev.slipway.simulator.Happening;
import dev.slipway.simulator.Kernel;
import dev.slipway.simulator.Size;
import dev.slipway.simulator.Town;
import dev.slipway.simulator.Townsfolk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Those who found sites, each an environment of its own in a group; and whoever says what all of
 * them are like.
 */
public final class Settlers implements Townsfolk {

  private static final SortedMap<String, String> LABELS = new TreeMap<>(Map.of("tier", "edge"));
  private static final Duration SILENT_AFTER = Duration.ofMinutes(1);
  private static final Duration SOAK = Duration.ofSeconds(50);

  private final Town town;
  private final Kernel kernel;
  private final List<TargetId> unsettled;
  private Template template = Template.PLAIN;

  public Settlers(Town town) {
    this.town = town;
    this.kernel = town.kernel;
    this.unsettled = new ArrayList<>(town.size.sites());
  }

  /** What sites are like. */
  private record Template(boolean soaked, boolean goesBack, QueuePolicy queue) {

    static final Template PLAIN = new Template(false, false, QueuePolicy.LATEST);

    EnvironmentDefinition of(EnvironmentName name) {
      return new EnvironmentDefinition(
              name,
              new TreeMap<>(),
              false,
              SILENT_AFTER,
              false,
              goesBack ? Optional.of(OnFailure.ROLLBACK) : Optional.empty(),
              soaked
                  ? Optional.of(GuardrailPolicy.NONE.with(new SoakPolicy(Optional.empty(), SOAK)))
                  : Optional.empty(),
              Optional.empty())
          .with(queue);
    }
  }

  @Override
  public List<Happening> happenings() {
    return town.size.sites().isEmpty()
        ? List.of()
        : List.of(
            new Happening("site-added", 5, this::settle),
            new Happening("template-changed", 2, this::change));
  }

  /** What holds there holds nothing up any more. */
  @Override
  public void relent() {
    if (!template.equals(Template.PLAIN)) {
      template = Template.PLAIN;
      town.clients.wish(group());
    }
  }

  /** The group is there before anything that has it on its route, where there are sites. */
  public void found(Runnable then) {
    if (town.size.sites().isEmpty()) {
      then.run();
    } else {
      town.clients.wishUntil(List.of("applied"), group(), then);
    }
  }

  /** The environments of those that joined, or are about to. */
  public Stream<EnvironmentName> settled() {
    return town.size.sites().stream()
        .filter(site -> !unsettled.contains(site))
        .map(TargetId::environment);
  }

  private void settle() {
    if (unsettled.isEmpty()) {
      return;
    }
    TargetId site = unsettled.remove(kernel.random().nextInt(unsettled.size()));
    Computer computer =
        town.computers.stream().filter(one -> one.target().equals(site)).findFirst().orElseThrow();
    LabelledTarget target = new LabelledTarget(site.target(), LABELS, false);
    town.trace.add(site.target() + " joins the group");
    town.declare(computer, new Document.OfLabelledTarget(target, Town.digest(target)));
  }

  private void change() {
    QueuePolicy[] policies = {QueuePolicy.LATEST, QueuePolicy.EVERY, QueuePolicy.BATCH};
    template =
        new Template(
            kernel.chance(50),
            kernel.chance(50),
            policies[kernel.random().nextInt(policies.length)]);
    town.clients.wish(group());
  }

  private Command group() {
    EnvironmentGroupDefinition group =
        new EnvironmentGroupDefinition(Size.EDGE, LABELS, true, template.of(Size.EDGE));
    return new Command.Apply(List.of(new Document.OfEnvironmentGroup(group, Town.digest(group))));
  }
}
