package dev.slipway.registry.rebase;

import dev.slipway.model.Digest;
import dev.slipway.registry.Asking;
import dev.slipway.registry.Gate;
import dev.slipway.registry.ImageName;
import dev.slipway.registry.RealRegistry;
import dev.slipway.registry.Refusal;
import dev.slipway.registry.Sample;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A real registry with an image, the base that it stands on and the next one, and a gate before it
 * that sees each question.
 *
 * @param pushed the image, which {@code team/shop:1.4} stands for at first
 */
record Workbench(Path folder, RealRegistry registry, Gate gate, Asking asking, Digest pushed)
    implements AutoCloseable {

  static Workbench in(Path folder) throws IOException {
    RealRegistry registry = RealRegistry.open(folder.resolve("registry"));
    Gate gate = Gate.before(registry);
    registry.push("base/run", "13.1", Bases.before());
    registry.push("base/run", "13.2", Bases.after());
    Digest pushed = registry.push("team/shop", "1.4", app(gate));
    return new Workbench(folder, registry, gate, new Asking(), pushed);
  }

  private static Sample app(Gate gate) {
    return Bases.app(gate.host() + "/base/run");
  }

  Sample app() {
    return app(gate);
  }

  ImageName name(String path) {
    return name(gate.host(), path);
  }

  private static ImageName name(String host, String path) {
    try {
      return ImageName.parse(host + "/" + path);
    } catch (Refusal refusal) {
      throw new AssertionError(refusal);
    }
  }

  Rebasing rebasing() {
    return new Rebasing(asking.anybody(gate.host()), folder);
  }

  /** What a tag of the image stands for now; the gate does not see that it was asked. */
  Optional<Digest> resolve(String tag) {
    try {
      return asking.anybody(registry.host()).resolve(name(registry.host(), "team/shop:" + tag));
    } catch (Refusal refusal) {
      throw new AssertionError(refusal);
    }
  }

  @Override
  public void close() {
    asking.close();
    gate.close();
    registry.close();
  }
}
