package dev.slipway.views.difference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Digest;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.SecretName;
import dev.slipway.model.ServiceName;
import dev.slipway.model.Sha;
import dev.slipway.model.definition.SecretReference;
import dev.slipway.model.definition.Template;
import dev.slipway.model.definition.Timeouts;
import dev.slipway.model.definition.Workload;
import dev.slipway.model.state.Artifact;
import dev.slipway.model.state.DesiredRelease;
import dev.slipway.model.state.DesiredService;
import dev.slipway.model.state.Release;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Of a secret there is nothing to compare but where it is found. */
final class SecretDifferenceTest {

  private static Map<String, Field> web(int version) {
    Release release =
        new Release(
            new ServiceName("web"),
            new Artifact.CommitArchive(
                new RepositoryUrl("https://git.example/shop"),
                new Sha("a".repeat(40)),
                Digest.ofHex("0".repeat(64))),
            new Workload.Run(List.of(new Template("./bin/web"))),
            Optional.empty(),
            new TreeMap<>(),
            Timeouts.STANDARD,
            Optional.empty(),
            Optional.of(
                new TreeMap<>(
                    Map.of(
                        "PASSWORD",
                        new SecretReference.File(
                            new SecretName("db-password"), Optional.of(version))))));
    return ServiceFields.of(
        new DesiredService(
            release.service(),
            List.of(new DesiredRelease(release, 100, 1, DesiredRelease.Part.ACTIVE))));
  }

  @Test
  void another_version_is_told_and_the_same_is_no_difference() {
    assertThat(web(3)).isEqualTo(web(3));
    assertThat(web(3)).isNotEqualTo(web(4));
    assertThat(web(4).get("secrets.PASSWORD")).isEqualTo(Field.open("file db-password, version 4"));
  }
}
