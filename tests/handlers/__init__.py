"""Words in, words out: parsing and rendering without a platform."""
