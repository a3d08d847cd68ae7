package dev.slipway.app.trial;

import dev.slipway.model.Digest;
import dev.slipway.registry.Gate;
import dev.slipway.registry.RealRegistry;
import dev.slipway.registry.rebase.Bases;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A real registry with the image of a shop on its base, a gate before it that sees each question,
 * and a repository of an application that follows both.
 *
 * @param built the image as it was built
 */
record ShopOnABase(Path folder, RealRegistry registry, Gate gate, Digest built)
    implements AutoCloseable {

  static ShopOnABase in(Path folder) throws IOException {
    RealRegistry registry = RealRegistry.open(folder.resolve("registry"));
    Gate gate = Gate.before(registry);
    registry.push("base/run", "13", Bases.before());
    Digest built = registry.push("team/shop", "stable", Bases.app(gate.host() + "/base/run"));
    return new ShopOnABase(folder, registry, gate, built);
  }

  /** The application, which notes in a file with what it ran. */
  Repo repository(Path ran) {
    Repo repo = Repo.in(folder.resolve("repo"));
    repo.with(
        "slipway.yaml",
        """
        application: shop
        parameters:
          image: {type: image, from: '%1$s/team/shop:stable', base: '%1$s/base/run:13'}
        services:
          job: {command: './deploy {sha} {params[image]}'}
        route: [staging]
        triggers: [{on: image, parameter: image}]
        """
            .formatted(gate.host()));
    repo.with("deploy", "#!/bin/sh\necho \"$1 $2\" >> " + ran + "\n");
    repo.push("Begin");
    return repo;
  }

  /** Somebody pushes the next base. */
  void moveBase() {
    registry.push("base/run", "13", Bases.after());
  }

  /** How often anybody looked which image the base is. */
  long looks() {
    return gate.asked().stream().filter("HEAD /v2/base/run/manifests/13"::equals).count();
  }

  /** Three more looks at the base, so that whatever follows of one is begun. */
  void awaitLooks() {
    long before = looks();
    Pause.until("three looks at the base", () -> looks() >= before + 3);
  }

  static void awaitDelivered(Api api, int number) {
    api.await("shop", "staging", it -> it.path("inForce").path("number").asInt() == number);
  }

  @Override
  public void close() {
    gate.close();
    registry.close();
  }
}
