"""A file system that forgets what was not synced when it is killed, as a machine does whose power is cut.

    forgetful.py DISK MOUNT [--early SHARE] [--seed N]

Prints "mounted" and serves until it is unmounted. What the program writes is kept in memory; DISK, a folder elsewhere, holds
what would be on the disk:

    content/N   what of file N was synced (fsync, fdatasync or O_SYNC)
    names/N     the names in folder N when that folder was synced, as JSON: {name: [number, mode]}
    syncs       one line for each file that was synced: its path

It promises as little as POSIX does: syncing a file does not sync its name, and a rename, creation or removal counts only when
its folder was synced. SHARE of all pages and names are written early, as a kernel does at its own pleasure: in an order that
nobody chose, so that a file may be half there. A mount that is unmounted in good order writes everything.
"""
import argparse
import errno
import json
import os
import random
import stat
import time

try:
    import fusepy as fuse  # Debian's name for it
except ImportError:
    import fuse

PAGE = 4096
ROOT = 1


class File:
    def __init__(self, number, mode, content=b''):
        self.number, self.mode, self.at = number, mode, time.time()
        self.content = bytearray(content)
        self.dirty = set()

    def size(self):
        return len(self.content)


class Folder:
    def __init__(self, number, mode):
        self.number, self.mode, self.at = number, mode, time.time()
        self.names = {}

    def size(self):
        return PAGE


class Disk:
    """What survives."""

    def __init__(self, path):
        self.path = path
        for folder in ('content', 'names'):
            os.makedirs(os.path.join(path, folder), exist_ok=True)
        self.log = open(os.path.join(path, 'syncs'), 'ab', buffering=0)

    def load(self):
        """The root, and the highest number that was ever given."""
        known = {}
        root = self.load_node(ROOT, stat.S_IFDIR | 0o755, known)
        stored = [int(name) for kind in ('content', 'names') for name in os.listdir(os.path.join(self.path, kind)) if name.isdecimal()]
        return root, max([*known, *stored])

    def load_node(self, number, mode, known):
        if number in known:
            return known[number]
        if not stat.S_ISDIR(mode):
            known[number] = File(number, mode, self.read('content', number) or b'')
            return known[number]
        folder = known[number] = Folder(number, mode)
        for name, (child, child_mode) in json.loads(self.read('names', number) or '{}').items():
            folder.names[name] = self.load_node(child, child_mode, known)
        return folder

    def read(self, kind, number):
        try:
            with open(os.path.join(self.path, kind, str(number)), 'rb') as file:
                return file.read()
        except FileNotFoundError:
            return None

    def store_page(self, descriptor, file, page):
        os.pwrite(descriptor, file.content[page * PAGE:(page + 1) * PAGE], page * PAGE)

    def open_content(self, file):
        return os.open(os.path.join(self.path, 'content', str(file.number)), os.O_RDWR | os.O_CREAT, 0o600)

    def store(self, file):
        descriptor = self.open_content(file)
        try:
            for page in file.dirty:
                self.store_page(descriptor, file, page)
            os.ftruncate(descriptor, len(file.content))
        finally:
            os.close(descriptor)
        file.dirty.clear()

    def store_early(self, file, pages):
        descriptor = self.open_content(file)
        try:
            for page in pages:
                self.store_page(descriptor, file, page)
        finally:
            os.close(descriptor)

    def store_names(self, folder):
        path = os.path.join(self.path, 'names', str(folder.number))
        with open(path + '.new', 'w', encoding='utf-8') as file:
            json.dump({name: [node.number, node.mode] for name, node in folder.names.items()}, file)
        os.replace(path + '.new', path)


class Forgetful(fuse.Operations):
    def __init__(self, disk, early, seed):
        self.disk, self.early, self.random = disk, early, random.Random(seed)
        self.root, self.next = disk.load()
        self.open_files = {}
        self.next_handle = 0

    # --- finding -------------------------------------------------------------------------------------------------

    def find(self, path):
        node = self.root
        for name in path.split('/'):
            if not name:
                continue
            if not isinstance(node, Folder) or name not in node.names:
                raise fuse.FuseOSError(errno.ENOENT)
            node = node.names[name]
        return node

    def folder_of(self, path):
        parent, _, name = path.rpartition('/')
        return self.find(parent), name

    def named(self, folder):
        if self.early and self.random.random() < self.early:
            self.disk.store_names(folder)

    def number(self):
        self.next += 1
        return self.next

    def handle(self, file):
        self.next_handle += 1
        self.open_files[self.next_handle] = file
        return self.next_handle

    # --- life of the mount -----------------------------------------------------------------------------------------

    def init(self, path):
        print('mounted', flush=True)

    def destroy(self, path):
        self.store_all(self.root)

    def store_all(self, node):
        if isinstance(node, File):
            self.disk.store(node)
            return
        for child in node.names.values():
            self.store_all(child)
        self.disk.store_names(node)

    # --- what is synced ----------------------------------------------------------------------------------------------

    def fsync(self, path, datasync, fh):
        self.disk.store(self.open_files[fh])
        self.disk.log.write(path.encode() + b'\n')

    def fsyncdir(self, path, datasync, fh):
        self.disk.store_names(self.find(path))

    # --- everything else ---------------------------------------------------------------------------------------------

    def getattr(self, path, fh=None):
        node = self.open_files[fh] if fh else self.find(path)
        return {'st_ino': node.number, 'st_mode': node.mode, 'st_size': node.size(), 'st_nlink': 2 if isinstance(node, Folder) else 1,
                'st_uid': os.getuid(), 'st_gid': os.getgid(), 'st_mtime': node.at, 'st_ctime': node.at, 'st_atime': node.at}

    def statfs(self, path):
        return {'f_bsize': PAGE, 'f_frsize': PAGE, 'f_blocks': 1 << 24, 'f_bfree': 1 << 23, 'f_bavail': 1 << 23, 'f_namemax': 255}

    def readdir(self, path, fh):
        return ['.', '..', *self.find(path).names]

    def mkdir(self, path, mode):
        folder, name = self.folder_of(path)
        folder.names[name] = Folder(self.number(), stat.S_IFDIR | mode)
        self.named(folder)

    def create(self, path, mode, fi=None):
        folder, name = self.folder_of(path)
        file = folder.names[name] = File(self.number(), stat.S_IFREG | mode)
        self.named(folder)
        return self.handle(file)

    def open(self, path, flags):
        return self.handle(self.find(path))

    def release(self, path, fh):
        del self.open_files[fh]

    def read(self, path, size, offset, fh):
        return bytes(self.open_files[fh].content[offset:offset + size])

    def write(self, path, data, offset, fh):
        file = self.open_files[fh]
        if offset > len(file.content):
            self.resize(file, offset)
        file.content[offset:offset + len(data)] = data
        file.at = time.time()
        pages = range(offset // PAGE, (offset + len(data) - 1) // PAGE + 1) if data else range(0)
        file.dirty.update(pages)
        early = [page for page in pages if self.random.random() < self.early] if self.early else []
        if early:
            self.disk.store_early(file, early)
        return len(data)

    def truncate(self, path, length, fh=None):
        self.resize(self.open_files[fh] if fh else self.find(path), length)

    def resize(self, file, length):
        before = len(file.content)
        if length < before:
            del file.content[length:]
            file.dirty = {page for page in file.dirty if page * PAGE < length}
            # What is written there later does not meet what stood there before.
            file.dirty.add(max(length - 1, 0) // PAGE)
        else:
            file.content.extend(bytes(length - before))
            file.dirty.update(range(before // PAGE, (length + PAGE - 1) // PAGE))
        file.at = time.time()

    def rename(self, old, new):
        (source, name), (target, new_name) = self.folder_of(old), self.folder_of(new)
        if name not in source.names:
            raise fuse.FuseOSError(errno.ENOENT)
        target.names[new_name] = source.names.pop(name)
        self.named(target)
        if source is not target:
            self.named(source)

    def unlink(self, path):
        folder, name = self.folder_of(path)
        self.find(path)
        del folder.names[name]
        self.named(folder)

    def rmdir(self, path):
        folder, name = self.folder_of(path)
        if self.find(path).names:
            raise fuse.FuseOSError(errno.ENOTEMPTY)
        del folder.names[name]
        self.named(folder)

    def chmod(self, path, mode):
        node = self.find(path)
        node.mode = stat.S_IFMT(node.mode) | stat.S_IMODE(mode)

    def chown(self, path, uid, gid):
        self.find(path)

    def utimens(self, path, times=None):
        self.find(path).at = times[1] if times else time.time()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('disk')
    parser.add_argument('mount')
    parser.add_argument('--early', type=float, default=0)
    parser.add_argument('--seed', type=int, default=0)
    options = parser.parse_args()
    # One operation after the other: what is synced is whole. Nobody else changes anything, so the kernel may keep what it has seen.
    fuse.FUSE(Forgetful(Disk(options.disk), options.early, options.seed), options.mount, foreground=True, nothreads=True,
              use_ino=True, kernel_cache=True, big_writes=True, fsname='forgetful', subtype='forgetful')


if __name__ == '__main__':
    main()
