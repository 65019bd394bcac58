"""What the program serves over HTTP: health, metrics, the webhook."""
