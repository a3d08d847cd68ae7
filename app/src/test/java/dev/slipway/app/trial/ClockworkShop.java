package dev.slipway.app.trial;

import java.nio.file.Path;

/** The repository of a shop with one service, {@link Clockwork}, which goes to staging alone. */
final class ClockworkShop {

  private final Repo repo;
  private final Path folder;

  private ClockworkShop(Repo repo, Path folder) {
    this.repo = repo;
    this.folder = folder;
  }

  static ClockworkShop in(Path folder) {
    return new ClockworkShop(Repo.in(folder.resolve("repo")), folder);
  }

  String url() {
    return repo.url();
  }

  /**
   * Pushes a version, and returns its commit.
   *
   * @param service more keys of the service, a line each
   */
  String push(String version, String service) {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Path classes = Path.of("target", "test-classes").toAbsolutePath();
    repo.with(
        "slipway.yaml",
        """
        application: shop
        services:
          web:
            run: %s -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx64m -cp %s %s ${port} %s %s
        %sroute: [staging]
        on_failure: rollback
        triggers:
          - {on: push, branch: main}
        """
            .formatted(
                java,
                classes,
                Clockwork.class.getName(),
                version,
                folder.resolve("first"),
                service.indent(4)));
    return repo.push(version);
  }
}
