"""Long work beside the traffic: a runner, and one maker per kind of job."""
