"""Pictures of what people see, made of what the adapters really send."""
