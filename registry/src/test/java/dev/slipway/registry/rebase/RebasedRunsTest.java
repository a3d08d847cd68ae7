package dev.slipway.registry.rebase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.registry.Asking;
import dev.slipway.registry.ImageName;
import dev.slipway.registry.RealRegistry;
import dev.slipway.registry.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * An image that a container tool built, and runs again once its base was exchanged. Not every
 * machine may run containers, so this belongs to {@code ./slipway test --full}.
 */
@EnabledIfSystemProperty(named = "slipway.full", matches = "true")
class RebasedRunsTest {

  private static final Path BUSYBOX = Path.of("/bin/busybox");

  @TempDir private Path folder;
  private RealRegistry registry;
  private Asking asking;
  private Podman podman;

  @BeforeEach
  void open() {
    registry = RealRegistry.open(folder.resolve("registry"));
    asking = new Asking();
    podman = new Podman(folder.resolve("podman"));
  }

  @AfterEach
  void close() {
    podman.close();
    asking.close();
    registry.close();
  }

  private ImageName name(String rest) throws Refusal {
    return ImageName.parse(registry.host() + "/" + rest);
  }

  /** A system of one shell, which says which it is. */
  private String base(String version) throws IOException {
    Path context = Files.createDirectories(folder.resolve("base-" + version));
    Files.copy(BUSYBOX, context.resolve("busybox"));
    Files.writeString(context.resolve("base"), "base " + version + "\n");
    Files.writeString(
        context.resolve("Containerfile"),
        """
        FROM scratch
        COPY busybox /bin/sh
        COPY base /etc/base
        LABEL io.buildpacks.base.distro.name=debian io.buildpacks.base.distro.version=13
        """);
    return built("base/run:" + version, context);
  }

  private String app(String topLayer) throws IOException {
    Path context = Files.createDirectories(folder.resolve("app"));
    Files.writeString(
        context.resolve("web"),
        """
        #!/bin/sh
        read base < /etc/base
        echo "shop 1.4 on $base"
        """);
    assertThat(context.resolve("web").toFile().setExecutable(true)).isTrue();
    Files.writeString(
        context.resolve("Containerfile"),
        """
        FROM %s/base/run:1
        COPY web /web
        ENV CNB_PLATFORM_API=0.12
        ENTRYPOINT ["/web"]
        """
            .formatted(registry.host()));
    String name = registry.host() + "/team/shop:1.4";
    podman.run(
        "build",
        "--tls-verify=false",
        "--format",
        "oci",
        "--layers=false",
        "--label",
        "io.buildpacks.lifecycle.metadata=" + label(topLayer),
        "-t",
        name,
        context.toString());
    podman.run("push", "--tls-verify=false", name);
    return name;
  }

  private String label(String topLayer) {
    return "{\"runImage\":{\"topLayer\":\"%s\",\"image\":\"%s/base/run:1\"}}"
        .formatted(topLayer, registry.host());
  }

  private String built(String rest, Path context) {
    String name = registry.host() + "/" + rest;
    podman.run("build", "--format", "oci", "--layers=false", "-t", name, context.toString());
    podman.run("push", "--tls-verify=false", name);
    return name;
  }

  private List<String> layers(String image) {
    return podman
        .run("inspect", "--format", "{{range .RootFS.Layers}}{{println .}}{{end}}", image)
        .lines()
        .filter(line -> !line.isBlank())
        .toList();
  }

  @Test
  void an_image_runs_on_its_new_base_with_the_layers_that_it_had() throws Exception {
    String first = base("1");
    base("2");
    String shop = app(layers(first).getLast());
    List<String> before = layers(shop);
    assertThat(podman.run("run", "--rm", "--network", "none", shop))
        .isEqualTo("shop 1.4 on base 1");

    Report report =
        new Rebasing(asking.anybody(registry.host()), folder)
            .carryOut(
                new Rebasing.Wish(
                    name("team/shop:1.4"), name("base/run:2"), Optional.empty(), false, false));
    assertThat(report.outcome()).isEqualTo(Report.Outcome.WRITTEN);

    podman.run("rmi", "--force", shop);
    podman.run("pull", "--tls-verify=false", shop);
    assertThat(podman.run("run", "--rm", "--network", "none", shop))
        .isEqualTo("shop 1.4 on base 2");
    List<String> after = layers(shop);
    assertThat(after.getLast()).isEqualTo(before.getLast());
    assertThat(after.getFirst()).isNotEqualTo(before.getFirst());
  }
}
