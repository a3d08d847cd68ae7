package dev.slipway.views.projection;

import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.SecretRemoved;
import dev.slipway.model.entry.SecretSealed;
import dev.slipway.views.Projection;
import dev.slipway.views.Rows;
import dev.slipway.views.Tables;
import dev.slipway.views.row.SecretRow;
import java.util.Optional;

/** Every version of every secret that was sealed. */
public final class Secrets implements Projection {

  @Override
  public void take(Recorded recorded, Rows rows) {
    switch (recorded.entry()) {
      case SecretSealed sealed -> {
        rows.find(
                Tables.SECRETS,
                SecretRow.key(sealed.environment(), sealed.secret(), sealed.version() - 1))
            .ifPresent(before -> rows.put(Tables.SECRETS, before.past()));
        rows.put(
            Tables.SECRETS,
            new SecretRow(
                sealed.environment(),
                sealed.secret(),
                sealed.version(),
                sealed.by(),
                recorded.position(),
                recorded.at(),
                true,
                Optional.empty()));
      }
      case SecretRemoved removed ->
          rows.find(
                  Tables.SECRETS,
                  SecretRow.key(removed.environment(), removed.secret(), removed.version()))
              .ifPresent(row -> rows.put(Tables.SECRETS, row.removed(removed.by(), recorded.at())));
      default -> {
        // The other entries are about no secret.
      }
    }
  }
}
