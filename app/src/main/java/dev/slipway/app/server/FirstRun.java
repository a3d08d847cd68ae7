package dev.slipway.app.server;

import dev.slipway.codec.Digests;
import dev.slipway.ledger.Batch;
import dev.slipway.ledger.Directory;
import dev.slipway.ledger.Guards;
import dev.slipway.ledger.Ledger;
import dev.slipway.loop.keeper.Founding;
import dev.slipway.model.ActorId;
import dev.slipway.model.Organisation;
import dev.slipway.model.Position;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Founds the organisation when the ledger is empty: its keys, and an administrator whose token lies
 * in the data folder, readable by its owner alone. There is no password that anybody else could
 * know.
 */
record FirstRun(
    Ledger ledger,
    Directory directory,
    DataFolder folder,
    KeyRing keys,
    Secrets secrets,
    RandomIdentities identities,
    InstantSource clock) {

  private static final String ADMINISTRATOR = "administrator";

  void foundWhereEmpty() {
    if (ledger.head().equals(Position.START)) {
      found(Organisation.MAIN);
    }
  }

  private void found(Organisation organisation) {
    ActorId administrator = identities.get();
    String token = secrets.draw("slw_");
    directory.name(organisation, administrator, ADMINISTRATOR);
    directory.grantToken(
        organisation,
        administrator,
        Digests.sha256(token.getBytes(StandardCharsets.UTF_8)),
        clock.instant());
    PrivateFiles.write(folder.token(), (token + "\n").getBytes(StandardCharsets.UTF_8));
    ledger
        .append(
            new Batch(
                Founding.of(
                    organisation,
                    administrator,
                    new Founding.Key(keys.orders().keyId(), keys.orders().publicKey()),
                    new Founding.Key(keys.checkpoints().keyId(), keys.checkpoints().publicKey())),
                Guards.NONE,
                Optional.of("founding/" + organisation)))
        .toCompletableFuture()
        .join();
  }
}
