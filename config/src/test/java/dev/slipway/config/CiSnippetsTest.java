package dev.slipway.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What the docs have people paste into files of a CI system is YAML, whole. */
class CiSnippetsTest {

  private static final Pattern BLOCK = Pattern.compile("(?ms)^```yml ([a-z-]+)\\n(.*?)^```$");

  @Test
  void each_snippet_is_one_map_without_a_key_twice() throws IOException {
    String page = Files.readString(Path.of("../docs/ci.md"));
    List<MatchResult> blocks = BLOCK.matcher(page).results().toList();
    assertThat(blocks.stream().map(block -> block.group(1)))
        .containsExactly("github", "gitlab", "gitlab-lines", "github-token");
    LoadSettings strict = LoadSettings.builder().setAllowDuplicateKeys(false).build();
    for (MatchResult block : blocks) {
      assertThat(new Load(strict).loadFromString(block.group(2)))
          .as(block.group(1))
          .isInstanceOf(Map.class);
    }
  }
}
