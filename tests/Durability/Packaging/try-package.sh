#!/bin/sh
# Installs, runs and removes the package in a copy of this machine's files that is gone afterwards. In a mount name space of its own:
#   unshare -m sh try-package.sh PACKAGE FOLDER PORT
# Each line that begins with "said:" tells what came of it.
set -eu
package=$1 folder=$2 port=$3
mount --make-rprivate /
mount -t tmpfs -o mode=755 tmpfs "$folder"
mkdir "$folder/upper" "$folder/work" "$folder/root"
mount -t overlay -o "lowerdir=/,upperdir=$folder/upper,workdir=$folder/work" overlay "$folder/root"
root=$folder/root
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
mount -t tmpfs tmpfs "$root/run"
mount -t tmpfs -o mode=1777 tmpfs "$root/tmp"
cp "$package" "$root/tmp/songthang.deb"
inside() { chroot "$root" "$@"; }
export DEBIAN_FRONTEND=noninteractive PATH=/usr/sbin:/usr/bin:/sbin:/bin

inside dpkg --install /tmp/songthang.deb
echo "said: installed"
inside sh -c 'stat -c "said: settings %a %U %G" /etc/songthang/songthang.env; stat -c "said: data %a %U" /var/lib/songthang'
inside systemctl is-enabled songthang.service | sed 's/^/said: unit /'
inside dpkg --verify songthang && echo "said: verified"

# As systemd starts it: the unit's user, command and environment, and no more than that.
unit=/usr/lib/systemd/system/songthang.service
start=$(inside sed -n 's/^ExecStart=//p' $unit)
user=$(inside sed -n 's/^User=//p' $unit)
url=http://127.0.0.1:$port
# Whoever tries it fills in the form faster than anybody can.
inside sh -c "echo SONGTHANG_URLS=$url >>/etc/songthang/songthang.env; echo Songthang__Spam__QuickSeconds=0 >>/etc/songthang/songthang.env"
printf '%s\n' "$start" | sed "s|\${SONGTHANG_URLS}|$url|" >"$root/tmp/start"
# All of it becomes the program itself: its process is the one that is stopped.
chroot "$root" sh -c "cd /var/lib/songthang && umask 077 && exec setpriv --reuid=$user --regid=$user --init-groups --no-new-privs --bounding-set=-all \
  env -i PATH=/usr/bin:/bin $(inside sed -n "/^[A-Za-z_]*=/p" /etc/songthang/songthang.env | tr '\n' ' ') $(inside sed -n 's/^Environment=//p' $unit | tr '\n' ' ') $(cat "$root/tmp/start")" >"$folder/log" 2>&1 &
program=$!
trap 'kill -9 $program 2>/dev/null' EXIT
tries=0
until grep -qs 'Songthang serves' "$folder/log"; do
  tries=$((tries + 1))
  if [ $tries -gt 300 ] || ! kill -0 $program 2>/dev/null; then cat "$folder/log" >&2; exit 1; fi
  sleep 0.2
done
echo "said: serves"
# The test asks for pages and says when it is done.
read -r _
kill -TERM $program
if wait $program; then echo "said: stopped 0"; else echo "said: stopped $?"; fi
trap - EXIT
grep -q '^{' "$folder/log" && echo "said: json"

# The command takes the service's settings, data and user.
inside songthang verify | sed 's/^/said: verify /'
inside dpkg --remove songthang
inside sh -c 'test -s /var/lib/songthang/songthang.db && test -f /etc/songthang/songthang.env && ! test -e /usr/lib/songthang/Songthang.Web' && echo "said: removed, data and settings stay"
inside dpkg --purge songthang
inside sh -c 'test -s /var/lib/songthang/songthang.db && ! test -e /etc/songthang/songthang.env' && echo "said: purged, data stays"
inside dpkg --install /tmp/songthang.deb
inside env SONGTHANG_PURGE_DATA=yes dpkg --purge songthang
inside sh -c '! test -e /var/lib/songthang' && echo "said: purged with the data when asked"
echo "said: done"
