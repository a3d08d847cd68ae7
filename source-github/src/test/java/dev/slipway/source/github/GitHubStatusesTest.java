package dev.slipway.source.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Reason;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.source.Reading;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Statuses as they are set at GitHub. */
class GitHubStatusesTest extends AtGitHub {

  private String set(String body) {
    return switch (statuses.set(repository(), COMMIT, body)) {
      case Reading.Read<Boolean> _ -> "set";
      case Reading.Unusable<Boolean>(Reason because) -> "declined " + because.code();
      case Reading.Unavailable<Boolean>(Reason because) -> "unavailable " + because.code();
    };
  }

  @Test
  void statuses_are_set_in_order_and_wait_for_patience_too() {
    String body = "{\"state\":\"%s\",\"context\":\"slipway/staging\",\"description\":\"shop\"}";
    assertThat(set(body.formatted("pending"))).isEqualTo("set");
    github.hasten(403, Map.of("Retry-After", "30"));
    assertThat(set(body.formatted("success"))).isEqualTo("unavailable github-limit");
    assertThat(told()).containsExactly("unavailable github-limit");
    now = now.plusSeconds(30);
    assertThat(set(body.formatted("success"))).isEqualTo("set");
    assertThat(github.statuses(COMMIT.value()))
        .containsExactly("slipway/staging pending", "slipway/staging success");
  }

  @Test
  void a_status_of_what_lies_elsewhere_is_set_nowhere() {
    assertThat(statuses.keeps(new RepositoryUrl("https://github.com/team/shop"))).isFalse();
    assertThat(statuses.set(new RepositoryUrl("https://github.com/team/shop"), COMMIT, "{}"))
        .isInstanceOf(Reading.Unusable.class);
    assertThat(github.asked()).isEmpty();
  }
}
