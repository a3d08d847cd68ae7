import { useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useEffect } from "react";
import { Route, Routes } from "react-router";
import { ActivityPage } from "../features/activity/ActivityPage";
import { ApplicationPage } from "../features/applications/ApplicationPage";
import { ApplicationsPage } from "../features/applications/ApplicationsPage";
import { CampaignPage } from "../features/campaigns/CampaignPage";
import { CampaignsPage } from "../features/campaigns/CampaignsPage";
import { DeliveryPage } from "../features/deliveries/DeliveryPage";
import { DifferencePage } from "../features/differences/DifferencePage";
import { EnvironmentPage } from "../features/environments/EnvironmentPage";
import { EnvironmentsPage } from "../features/environments/EnvironmentsPage";
import { EventPage } from "../features/events/EventPage";
import { EntryPage } from "../features/ledger/EntryPage";
import { LocksPage } from "../features/locks/LocksPage";
import { LogsPage } from "../features/logs/LogsPage";
import { NotificationsPage } from "../features/notifications/NotificationsPage";
import { OverviewPage } from "../features/overview/OverviewPage";
import { PlacementPage } from "../features/placements/PlacementPage";
import { PoliciesPage } from "../features/policies/PoliciesPage";
import { QueuePage } from "../features/queue/QueuePage";
import { ResourcesPage } from "../features/resources/ResourcesPage";
import { ShipmentPage } from "../features/shipments/ShipmentPage";
import { PreviewPage } from "../features/preview/PreviewPage";
import { WhatIfPage } from "../features/whatif/WhatIfPage";
import { goLive } from "./live";
import { NotFoundPage } from "./NotFoundPage";
import { patterns } from "./paths";
import { Shell } from "./Shell";

// Only development builds have the catalogue; the condition is constant, so nothing of it is shipped.
const Catalogue = import.meta.env.DEV ? lazy(() => import("../design/Catalogue")) : undefined;

/** Every page at its address, inside the shell, kept up to date by one stream. */
export function Pages() {
  const queries = useQueryClient();
  useEffect(() => goLive(queries), [queries]);
  return (
    <Routes>
      <Route element={<Shell />}>
        <Route path={patterns.overview} element={<OverviewPage />} />
        <Route path={patterns.activity} element={<ActivityPage />} />
        <Route path={patterns.applications} element={<ApplicationsPage />} />
        <Route path={patterns.application} element={<ApplicationPage />} />
        <Route path={patterns.placement} element={<PlacementPage />} />
        <Route path={patterns.delivery} element={<DeliveryPage />} />
        <Route path={patterns.difference} element={<DifferencePage />} />
        <Route path={patterns.logs} element={<LogsPage />} />
        <Route path={patterns.shipment} element={<ShipmentPage />} />
        <Route path={patterns.event} element={<EventPage />} />
        <Route path={patterns.environments} element={<EnvironmentsPage />} />
        <Route path={patterns.environment} element={<EnvironmentPage />} />
        <Route path={patterns.queue} element={<QueuePage />} />
        <Route path={patterns.locks} element={<LocksPage />} />
        <Route path={patterns.resources} element={<ResourcesPage />} />
        <Route path={patterns.policies} element={<PoliciesPage />} />
        <Route path={patterns.campaigns} element={<CampaignsPage />} />
        <Route path={patterns.campaign} element={<CampaignPage />} />
        <Route path={patterns.notifications} element={<NotificationsPage />} />
        <Route path={patterns.whatIf} element={<WhatIfPage />} />
        <Route path={patterns.preview} element={<PreviewPage />} />
        <Route path={patterns.entry} element={<EntryPage />} />
        {Catalogue !== undefined && (
          <Route
            path={patterns.catalogue}
            element={
              <Suspense>
                <Catalogue />
              </Suspense>
            }
          />
        )}
        <Route path="*" element={<NotFoundPage />} />
      </Route>
    </Routes>
  );
}
