package dev.slipway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.entry.CauseSettled;
import dev.slipway.model.entry.CauseSettled.Settlement;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.need.Need;
import java.util.List;

/** What the engine decided, to be looked at. */
public record Then(Given given, Decision decision, List<Recorded> entries, List<Need> asked) {

  /** The kinds of entries that followed, in order, the settlement left out. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public final Then then(Class<? extends Entry>... kinds) {
    List<Class<?>> written =
        entries.stream()
            .map(recorded -> (Object) recorded.entry())
            .filter(entry -> !(entry instanceof CauseSettled))
            .<Class<?>>map(Object::getClass)
            .toList();
    assertThat(written).containsExactly(kinds);
    return this;
  }

  public Then nothingBecause(String code) {
    then();
    assertThat(settlement()).isInstanceOf(Settlement.NothingFollows.class);
    assertThat(settlement().because().code()).isEqualTo(code);
    return this;
  }

  public Then refusedBecause(String code) {
    assertThat(settlement()).isInstanceOf(Settlement.Refused.class);
    assertThat(settlement().because().code()).isEqualTo(code);
    return this;
  }

  public Settlement settlement() {
    List<CauseSettled> settled = all(CauseSettled.class);
    assertThat(settled).hasSize(1);
    assertThat(entries.getLast().entry()).isEqualTo(settled.getFirst());
    return settled.getFirst().settlement();
  }

  public <E extends Entry> E one(Class<E> kind) {
    List<E> found = all(kind);
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  public <E extends Entry> List<E> all(Class<E> kind) {
    return entries.stream().map(Recorded::entry).filter(kind::isInstance).map(kind::cast).toList();
  }
}
