// SPDX-License-Identifier: Apache-2.0
#include "folder_camera.h"

/* One camera ------------------------------------------------------------------------------ */

struct _FolderCamera {
    GstDevice parent;
    gchar* folder;
};

G_DEFINE_TYPE(FolderCamera, folder_camera, GST_TYPE_DEVICE)

static GstElement* create_element(GstDevice* device, const gchar* name)
{
    return g_object_new(FOLDER_TYPE_CAMERA_SRC, "name", name, "folder",
                        FOLDER_CAMERA(device)->folder, NULL);
}

static void camera_finalize(GObject* object)
{
    g_free(FOLDER_CAMERA(object)->folder);
    G_OBJECT_CLASS(folder_camera_parent_class)->finalize(object);
}

static void folder_camera_init(FolderCamera* self)
{
    self->folder = NULL;
}

static void folder_camera_class_init(FolderCameraClass* klass)
{
    G_OBJECT_CLASS(klass)->finalize = camera_finalize;
    GST_DEVICE_CLASS(klass)->create_element = create_element;
}

static GstDevice* camera_new(const gchar* folder, const gchar* name)
{
    GstCaps* caps = folder_camera_caps(folder);
    GstStructure* properties =
        gst_structure_new("folder-camera", "device.path", G_TYPE_STRING, folder, NULL);
    FolderCamera* camera = g_object_new(FOLDER_TYPE_CAMERA, "display-name", name, "device-class",
                                        "Video/Source", "caps", caps, "properties", properties,
                                        NULL);
    camera->folder = g_strdup(folder);
    gst_structure_free(properties);
    gst_caps_unref(caps);
    return GST_DEVICE(camera);
}

/* All of them ----------------------------------------------------------------------------- */

struct _FolderCameraProvider {
    GstDeviceProvider parent;
    gchar* root;
    GHashTable* cameras; /* name of the folder → GstDevice*, a reference each */
    GThread* watcher;
    GMutex lock;
    GCond woken;
    gboolean stopping; /* guarded by lock */
};

G_DEFINE_TYPE(FolderCameraProvider, folder_camera_provider, GST_TYPE_DEVICE_PROVIDER)

/* Names of the folders that are cameras now. A camera is renamed into place when it is complete;
 * names that begin with a dot are unplugged ones. */
static GHashTable* plugged(const FolderCameraProvider* self)
{
    GHashTable* names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    GDir* dir = self->root != NULL ? g_dir_open(self->root, 0, NULL) : NULL;
    const gchar* name;
    while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
        if (name[0] != '.')
            g_hash_table_add(names, g_strdup(name));
    }
    if (dir != NULL)
        g_dir_close(dir);
    return names;
}

static GstDevice* camera_named(const FolderCameraProvider* self, const gchar* name)
{
    gchar* folder = g_build_filename(self->root, name, NULL);
    GstDevice* camera = camera_new(folder, name);
    g_free(folder);
    return camera;
}

static GList* probe(GstDeviceProvider* provider)
{
    FolderCameraProvider* self = FOLDER_CAMERA_PROVIDER(provider);
    GHashTable* names = plugged(self);
    GHashTableIter iter;
    gpointer name;
    GList* cameras = NULL;
    g_hash_table_iter_init(&iter, names);
    while (g_hash_table_iter_next(&iter, &name, NULL))
        cameras = g_list_prepend(cameras, gst_object_ref_sink(camera_named(self, name)));
    g_hash_table_unref(names);
    return cameras;
}

static void remove_missing(FolderCameraProvider* self, GHashTable* names)
{
    GHashTableIter iter;
    gpointer name, camera;
    g_hash_table_iter_init(&iter, self->cameras);
    while (g_hash_table_iter_next(&iter, &name, &camera)) {
        if (g_hash_table_contains(names, name))
            continue;
        gst_device_provider_device_remove(GST_DEVICE_PROVIDER(self), camera);
        g_hash_table_iter_remove(&iter);
    }
}

static void add_new(FolderCameraProvider* self, GHashTable* names)
{
    GHashTableIter iter;
    gpointer name;
    g_hash_table_iter_init(&iter, names);
    while (g_hash_table_iter_next(&iter, &name, NULL)) {
        if (g_hash_table_contains(self->cameras, name))
            continue;
        GstDevice* camera = gst_object_ref_sink(camera_named(self, name));
        g_hash_table_insert(self->cameras, g_strdup(name), camera);
        gst_device_provider_device_add(GST_DEVICE_PROVIDER(self), camera);
    }
}

static gpointer watch(gpointer data)
{
    const gint64 every = 50 * G_TIME_SPAN_MILLISECOND;
    FolderCameraProvider* self = data;
    g_mutex_lock(&self->lock);
    while (!self->stopping) {
        g_mutex_unlock(&self->lock);
        GHashTable* names = plugged(self);
        remove_missing(self, names);
        add_new(self, names);
        g_hash_table_unref(names);
        g_mutex_lock(&self->lock);
        if (!self->stopping)
            g_cond_wait_until(&self->woken, &self->lock, g_get_monotonic_time() + every);
    }
    g_mutex_unlock(&self->lock);
    return NULL;
}

static gboolean start(GstDeviceProvider* provider)
{
    FolderCameraProvider* self = FOLDER_CAMERA_PROVIDER(provider);
    /* Those that are there go into the list without a message: who starts a provider asks for the
     * list next, and a message as well would make two cameras of each. */
    GHashTable* names = plugged(self);
    GHashTableIter iter;
    gpointer name;
    g_hash_table_iter_init(&iter, names);
    while (g_hash_table_iter_next(&iter, &name, NULL)) {
        GstDevice* camera = gst_object_ref_sink(camera_named(self, name));
        g_hash_table_insert(self->cameras, g_strdup(name), camera);
        GST_OBJECT_LOCK(provider);
        gst_object_set_parent(GST_OBJECT(camera), GST_OBJECT(provider));
        provider->devices = g_list_append(provider->devices, gst_object_ref(camera));
        GST_OBJECT_UNLOCK(provider);
    }
    g_hash_table_unref(names);
    self->stopping = FALSE;
    self->watcher = g_thread_new("folder-cameras", watch, self);
    return TRUE;
}

static void stop(GstDeviceProvider* provider)
{
    FolderCameraProvider* self = FOLDER_CAMERA_PROVIDER(provider);
    g_mutex_lock(&self->lock);
    self->stopping = TRUE;
    g_cond_broadcast(&self->woken);
    g_mutex_unlock(&self->lock);
    g_thread_join(self->watcher);
    self->watcher = NULL;
    g_hash_table_remove_all(self->cameras);
}

static void provider_finalize(GObject* object)
{
    FolderCameraProvider* self = FOLDER_CAMERA_PROVIDER(object);
    g_free(self->root);
    g_hash_table_unref(self->cameras);
    g_mutex_clear(&self->lock);
    g_cond_clear(&self->woken);
    G_OBJECT_CLASS(folder_camera_provider_parent_class)->finalize(object);
}

static void folder_camera_provider_init(FolderCameraProvider* self)
{
    self->root = g_strdup(g_getenv("HANDSHAKE_TEST_CAMERAS"));
    self->cameras = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, gst_object_unref);
    g_mutex_init(&self->lock);
    g_cond_init(&self->woken);
}

static void folder_camera_provider_class_init(FolderCameraProviderClass* klass)
{
    G_OBJECT_CLASS(klass)->finalize = provider_finalize;
    GstDeviceProviderClass* provider_class = GST_DEVICE_PROVIDER_CLASS(klass);
    provider_class->probe = probe;
    provider_class->start = start;
    provider_class->stop = stop;
    gst_device_provider_class_set_static_metadata(provider_class, "Folder cameras", "Source/Video",
                                                  "Shows folders as cameras, for tests",
                                                  "Handshake Desk");
}

/* The plug-in ----------------------------------------------------------------------------- */

static gboolean plugin_init(GstPlugin* plugin)
{
    return gst_element_register(plugin, "foldercamerasrc", GST_RANK_NONE, FOLDER_TYPE_CAMERA_SRC) &&
           gst_device_provider_register(plugin, "foldercameraprovider", GST_RANK_PRIMARY,
                                        FOLDER_TYPE_CAMERA_PROVIDER);
}

#define PACKAGE "handshake-desk"
GST_PLUGIN_DEFINE(GST_VERSION_MAJOR, GST_VERSION_MINOR, foldercamera, "Cameras for tests",
                  plugin_init, "1", "Apache 2.0", "handshake-desk", "https://localhost/")
