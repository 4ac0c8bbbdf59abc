"""Reviews by those who took a course and have the document: on the course's page, and the form to write one."""
