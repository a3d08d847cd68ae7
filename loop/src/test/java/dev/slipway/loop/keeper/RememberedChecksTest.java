package dev.slipway.loop.keeper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Sha;
import dev.slipway.model.guardrail.Check;
import dev.slipway.model.need.Answer;
import dev.slipway.model.need.Fact;
import dev.slipway.model.need.Need;
import dev.slipway.source.CommitChecks;
import dev.slipway.source.Reading;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was read of checks, and for whom it is new enough. */
class RememberedChecksTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final RepositoryUrl HERE = new RepositoryUrl("https://git.example/shop");
  private static final RepositoryUrl ELSEWHERE = new RepositoryUrl("https://git.example/mail");

  private final RememberedChecks remembered =
      new RememberedChecks(
          new CommitChecks() {
            @Override
            public boolean reads(RepositoryUrl repository) {
              return repository.equals(HERE);
            }

            @Override
            public Reading<List<Check>> checks(RepositoryUrl repository, Sha sha) {
              return new Reading.Read<>(List.of());
            }
          });

  private static Need.ChecksOf need(RepositoryUrl repository, int secondsAfterNoon) {
    return new Need.ChecksOf(
        repository, new Sha("0".repeat(39) + "1"), NOON.plusSeconds(secondsAfterNoon));
  }

  private static Fact read(int secondsAfterNoon) {
    return new Fact(
        need(HERE, secondsAfterNoon),
        new Answer.Checks(List.of()),
        NOON.plusSeconds(secondsAfterNoon));
  }

  @Test
  void a_reading_does_for_whoever_asks_for_one_that_is_no_newer() {
    assertThat(remembered.answer(need(HERE, 0))).isEmpty();
    remembered.remember(need(HERE, 10), read(10));
    assertThat(remembered.answer(need(HERE, 0))).isPresent();
    assertThat(remembered.answer(need(HERE, 10))).isPresent();
    assertThat(remembered.answer(need(HERE, 11))).isEmpty();
  }

  @Test
  void a_later_reading_is_not_lost_to_one_that_arrives_late() {
    remembered.remember(need(HERE, 10), read(10));
    remembered.remember(need(HERE, 0), read(0));
    assertThat(remembered.answer(need(HERE, 10))).isPresent();
  }

  @Test
  void where_nobody_reads_checks_that_is_said_at_once() {
    assertThat(remembered.answer(need(ELSEWHERE, 0)))
        .contains(new Answer.Unusable(CommitChecks.NOT_READ));
  }
}
