package dev.slipway.app.server;

import dev.slipway.codec.AgentCertificate;
import dev.slipway.codec.Certificates;
import dev.slipway.codec.SigningKey;
import dev.slipway.loop.door.Agents;
import dev.slipway.model.Bytes;
import dev.slipway.model.entry.KeyCertified;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;

/** The keys of this installation: the root, which agents pin, and the keys that it certifies. */
record KeyRing(SigningKey root, SigningKey orders, SigningKey checkpoints) {

  static final String CHECKPOINTS = "checkpoints.key";

  /** The keys of a folder; those that are missing are drawn. */
  static KeyRing in(Path folder, SecureRandom random) {
    return new KeyRing(
        drawn(folder, "root.key", random),
        drawn(folder, "orders.key", random),
        drawn(folder, CHECKPOINTS, random));
  }

  /** A key that was drawn before. */
  static SigningKey key(Path folder, String name) {
    return SigningKey.of(PrivateFiles.read(folder.resolve(name)));
  }

  private static SigningKey drawn(Path folder, String name, SecureRandom random) {
    if (!Files.exists(folder.resolve(name))) {
      PrivateFiles.write(folder.resolve(name), SigningKey.generate(random).privateBytes());
    }
    return key(folder, name);
  }

  /** What agents verify orders with. */
  List<Bytes> certificates() {
    return List.of(
        Certificates.issue(root, orders.publicKey(), KeyCertified.Purpose.ORDERS),
        Certificates.issue(root, checkpoints.publicKey(), KeyCertified.Purpose.CHECKPOINTS));
  }

  /** The root's word that an agent acts where it was let in. */
  String certify(Agents.Enrolled agent) {
    return Certificates.issue(
            root,
            new AgentCertificate(agent.organisation(), agent.agent(), agent.target(), agent.key()))
        .utf8();
  }
}
