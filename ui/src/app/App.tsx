import { QueryClientProvider } from "@tanstack/react-query";
import { BrowserRouter } from "react-router";
import { Sprite } from "../design/Sprite";
import { Gate } from "../features/access/Gate";
import { queryClient } from "./queryClient";
import { Pages } from "./Pages";

/** The whole client: memory, addresses, the gate, the pages. */
export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <BrowserRouter>
        <Sprite />
        <Gate>
          <Pages />
        </Gate>
      </BrowserRouter>
    </QueryClientProvider>
  );
}
