package dev.slipway.loop.keeper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.ApplicationName;
import dev.slipway.model.Reason;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.command.Command;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordableTest {

  private static Optional<String> refusal(String repository, String path) {
    return Recordable.refusal(
            new Command.AddApplication(new RepositoryUrl(repository), Optional.empty(), path))
        .map(Reason::code);
  }

  @ParameterizedTest
  @CsvSource({
    "https://user:secret@git.example.org/shop, slipway.yaml, repository-credentials-refused",
    "ext::sh -c id, slipway.yaml, repository-scheme-refused",
    "https://git.example.org/shop, ../slipway.yaml, definition-path-refused",
    "https://git.example.org/shop, .git/config, definition-path-refused"
  })
  void what_must_not_stand_in_an_entry_is_refused(String repository, String path, String code) {
    assertThat(refusal(repository, path)).contains(code);
  }

  @Test
  void ordinary_wishes_are_written_down() {
    assertThat(refusal("/srv/git/shop", "deploy/slipway.yaml")).isEmpty();
    assertThat(Recordable.refusal(new Command.RemoveApplication(new ApplicationName("shop"))))
        .isEmpty();
  }
}
