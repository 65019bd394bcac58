"""What crosses two capabilities."""
