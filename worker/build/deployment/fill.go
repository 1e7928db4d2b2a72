package deployment

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// write makes a file in one step, so that nobody reads half of it, and leaves one that
// is right already alone: another build may be reading it. The folder of unfinished
// files is on the same disk.
func write(path string, content []byte, mode os.FileMode) error {
	return writeVia(filepath.Dir(path), path, content, mode)
}

func writeVia(unfinished, path string, content []byte, mode os.FileMode) error {
	if old, err := os.ReadFile(path); err == nil && bytes.Equal(old, content) {
		return nil
	}
	f, err := os.CreateTemp(unfinished, ".unfinished-*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name()) // in vain once it has its name
	_, err = f.Write(content)
	if err = errors.Join(err, f.Chmod(mode), f.Close()); err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}

// fill makes a folder hold these files, by their names with slashes, and no others. The
// folder itself stays, and what is right in it: a server that watches it, as wrangler dev
// does, would lose sight of one that takes its place.
func fill(folder string, files map[string][]byte) error {
	unfinished := filepath.Dir(folder)
	for name, content := range files {
		path := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := writeVia(unfinished, path, content, 0o644); err != nil {
			return err
		}
	}
	var folders []string
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || path == folder {
			return err
		}
		if d.IsDir() {
			folders = append(folders, path)
			return nil
		}
		name, err := filepath.Rel(folder, path)
		if err != nil {
			return err
		}
		if _, wanted := files[filepath.ToSlash(name)]; wanted {
			return nil
		}
		return os.Remove(path)
	})
	if err != nil {
		return err
	}
	for i := len(folders) - 1; i >= 0; i-- { // those inside of others first
		if rest, err := os.ReadDir(folders[i]); err == nil && len(rest) == 0 {
			if err := os.Remove(folders[i]); err != nil {
				return err
			}
		}
	}
	now := time.Now() // a folder in which all was right is of this build too
	return os.Chtimes(folder, now, now)
}

// seal notes a file's content beside it, and sealed says whether it is still that. go
// build looks at the beginning of a module to see whether there is anything to do, and
// takes one that was cut off, by a full disk or a kill, for finished.
func seal(path string, content []byte) error {
	return write(path+".sha256", digest(content), 0o644)
}

func sealed(path string) bool {
	content, err := os.ReadFile(path)
	if err != nil {
		return false
	}
	noted, err := os.ReadFile(path + ".sha256")
	return err == nil && bytes.Equal(noted, digest(content))
}

func digest(content []byte) []byte {
	sum := sha256.Sum256(content)
	return []byte(hex.EncodeToString(sum[:]) + "\n")
}
