// Runs before the first paint, so that the chosen theme never flashes; the switch itself is in app/theme.ts.
try {
  var theme = localStorage.getItem("slipway.theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Storage is closed to us: the system's theme holds.
}
