package dev.slipway.views.projection;

import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.TokenExchanged;
import dev.slipway.model.entry.TokenIssued;
import dev.slipway.model.entry.TokenRevoked;
import dev.slipway.views.Projection;
import dev.slipway.views.Rows;
import dev.slipway.views.Tables;
import dev.slipway.views.row.TokenRow;

/** Tokens and their ends. */
public final class Tokens implements Projection {

  @Override
  public void take(Recorded recorded, Rows rows) {
    if (recorded.entry() instanceof TokenIssued issued) {
      rows.put(
          Tables.TOKENS,
          new TokenRow(issued.token(), issued.role(), issued.scope(), recorded.at(), false));
    } else if (recorded.entry() instanceof TokenExchanged exchanged) {
      rows.put(
          Tables.TOKENS,
          new TokenRow(
              exchanged.token(), exchanged.role(), exchanged.scope(), recorded.at(), false));
    } else if (recorded.entry() instanceof TokenRevoked revoked) {
      rows.find(Tables.TOKENS, revoked.token().value())
          .ifPresent(token -> rows.put(Tables.TOKENS, token.end()));
    }
  }
}
