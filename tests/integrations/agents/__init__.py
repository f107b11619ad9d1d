"""The adapters against the frameworks as they are installed, with scripted models, off line."""
