"""HTTP: one blueprint a module. Routes read the request, call one service, and answer."""
