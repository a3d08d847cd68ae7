import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "./design/fonts.css";
import "./design/tokens.css";
import "./design/base.css";
import "./design/glyph.css";
import "./design/controls.css";
import "./design/panel.css";
import "./design/dialog.css";
import "./app/shell.css";
import "./features/features.css";
import { App } from "./app/App";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root.");
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
