"""The promises, one module per subject: pure functions of the evidence that yield what breaks them."""
