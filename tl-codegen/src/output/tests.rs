//! What is on disk before and after: cut files, links, and what is somebody's own.
